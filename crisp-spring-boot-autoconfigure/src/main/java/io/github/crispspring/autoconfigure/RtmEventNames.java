package io.github.crispspring.autoconfigure;

import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.github.crispspring.client.CrispTier;
import io.github.crispspring.listener.CrispListenerRegistry;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Supplies the names of the events that the realtime connection subscribes to: those of
 * the property or of the listeners, and those that are required.
 */
final class RtmEventNames implements Supplier<Set<String>> {

	private final RtmAccount account;

	private final CrispListenerRegistry listenerRegistry;

	private final boolean webhook;

	/**
	 * Create an instance.
	 * @param account the account that connects
	 * @param listenerRegistry the listeners
	 * @param webhook whether events of the account are also received by webhook
	 */
	RtmEventNames(RtmAccount account, CrispListenerRegistry listenerRegistry, boolean webhook) {
		this.account = account;
		this.listenerRegistry = listenerRegistry;
		this.webhook = webhook;
	}

	/**
	 * Return the names, and check the configuration: the websites must be known only if
	 * there are events to subscribe to.
	 */
	@Override
	public Set<String> get() {
		CrispTier tier = this.account.credentials().tier();
		Predicate<String> delivered = EventAvailability.byRtm(tier);
		EventAvailability.warn(this.listenerRegistry, this.account.name(),
				this.webhook ? delivered.or(EventAvailability::byWebhook) : delivered,
				"the realtime connection of a token of tier '%s'".formatted(tier.value()));
		Set<String> names = names();
		if (!names.isEmpty() && tier != CrispTier.PLUGIN && this.account.websiteId() == null) {
			checkWithoutWebsite(tier);
		}
		return names;
	}

	/**
	 * Return the names without a check.
	 */
	Set<String> names() {
		Predicate<String> delivered = EventAvailability.byRtm(this.account.credentials().tier());
		if (this.account.events().isEmpty()) {
			return this.listenerRegistry.eventNames(this.account.name(), delivered);
		}
		Set<String> names = EventAvailability.expand(this.account.events(), delivered);
		names.addAll(this.listenerRegistry.requiredEventNames(this.account.name(), delivered));
		return names;
	}

	private void checkWithoutWebsite(CrispTier tier) {
		if (tier == CrispTier.WEBSITE && this.account.url() == null) {
			throw new InvalidConfigurationPropertyValueException(this.account.websiteIdProperty(), null,
					"The realtime connection of a website token requires it. Set it to the identifier of the website, or set '%senabled' to 'false'."
						.formatted(this.account.properties()));
		}
		if (this.account.recover() && this.account.rooms().isEmpty()) {
			throw new InvalidConfigurationPropertyValueException(this.account.properties() + "recover", true,
					"The websites whose missed messages are to be recovered are not known. Set '%srooms' or '%s' to their identifiers, or '%srecover' to 'false'."
						.formatted(this.account.properties(), this.account.websiteIdProperty(),
								this.account.properties()));
		}
	}

}
