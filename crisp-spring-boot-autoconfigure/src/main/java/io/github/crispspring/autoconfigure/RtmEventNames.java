package io.github.crispspring.autoconfigure;

import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.github.crispspring.client.CrispTier;
import io.github.crispspring.listener.CrispListenerRegistry;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Supplies the names of the events that the realtime connection subscribes to: those of
 * the property or of the listeners.
 */
final class RtmEventNames implements Supplier<Set<String>> {

	private final CrispConnectionDetails connectionDetails;

	private final CrispRtmProperties rtmProperties;

	private final CrispListenerRegistry listenerRegistry;

	private final boolean webhook;

	/**
	 * Create an instance.
	 * @param connectionDetails the connection details
	 * @param rtmProperties the properties
	 * @param listenerRegistry the listeners
	 * @param webhook whether events are also received by webhook
	 */
	RtmEventNames(CrispConnectionDetails connectionDetails, CrispRtmProperties rtmProperties,
			CrispListenerRegistry listenerRegistry, boolean webhook) {
		this.connectionDetails = connectionDetails;
		this.rtmProperties = rtmProperties;
		this.listenerRegistry = listenerRegistry;
		this.webhook = webhook;
	}

	/**
	 * Return the names, and check the configuration: the websites must be known only if
	 * there are events to subscribe to.
	 */
	@Override
	public Set<String> get() {
		CrispTier tier = this.connectionDetails.getCredentials().tier();
		Predicate<String> delivered = EventAvailability.byRtm(tier);
		EventAvailability.warn(this.listenerRegistry,
				this.webhook ? delivered.or(EventAvailability::byWebhook) : delivered,
				"the realtime connection of a token of tier '%s'".formatted(tier.value()));
		Set<String> names = this.rtmProperties.events().isEmpty() ? this.listenerRegistry.eventNames(delivered)
				: EventAvailability.expand(this.rtmProperties.events(), delivered);
		if (!names.isEmpty() && tier != CrispTier.PLUGIN && this.connectionDetails.getWebsiteId() == null) {
			checkWithoutWebsite(tier);
		}
		return names;
	}

	private void checkWithoutWebsite(CrispTier tier) {
		if (tier == CrispTier.WEBSITE && this.rtmProperties.url() == null) {
			throw new InvalidConfigurationPropertyValueException("crisp.rtm.website-id", null,
					"The realtime connection of a website token requires it. Set it to the identifier of the website, or set 'crisp.rtm.enabled' to 'false'.");
		}
		if (this.rtmProperties.recover() && this.rtmProperties.rooms().isEmpty()) {
			throw new InvalidConfigurationPropertyValueException("crisp.rtm.recover", true,
					"The websites whose missed messages are to be recovered are not known. Set 'crisp.rtm.rooms' or 'crisp.rtm.website-id' to their identifiers, or 'crisp.rtm.recover' to 'false'.");
		}
	}

}
