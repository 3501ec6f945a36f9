package io.github.crispspring.autoconfigure;

import java.time.Duration;
import java.util.regex.Pattern;

import io.github.crispspring.dispatch.CrispEventDeduplicator;
import io.github.crispspring.dispatch.InMemoryCrispEventDeduplicator;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * What must be true of the web hook's properties, lest a request get in, or an event be
 * lost, because of a slip.
 */
final class CrispWebhookChecks {

	private static final Pattern PATH = Pattern.compile("/[^\\s*?{}#;]*");

	private CrispWebhookChecks() {
	}

	static void checkPath(CrispWebhookProperties properties) {
		if (!PATH.matcher(properties.path()).matches()) {
			throw new InvalidConfigurationPropertyValueException("crisp.webhook.path", properties.path(),
					"It must start with '/' and be one fixed path, without '*', '?', '{', '#', ';' and spaces.");
		}
	}

	/**
	 * A request that was heard on its way is accepted again until it is too old, and may
	 * be signed as far in the future as in the past.
	 */
	static void checkReplay(CrispWebhookProperties properties, CrispProperties listenerProperties,
			CrispReplicasProperties replicas, @Nullable CrispEventDeduplicator duplicates) {
		Duration tolerance = properties.timestampTolerance();
		Duration retention = listenerProperties.listener().duplicates().retention();
		boolean signed = !properties.secrets().isEmpty();
		boolean ours = duplicates instanceof InMemoryCrispEventDeduplicator || replicas.sharedDuplicates();
		if (signed && ours && retention.compareTo(tolerance.multipliedBy(2)) < 0) {
			throw new InvalidConfigurationPropertyValueException("crisp.listener.duplicates.retention", retention,
					"A web hook could be replayed after it is forgotten: events must be remembered for at least twice 'crisp.webhook.timestamp-tolerance', which is %s. Raise the one or lower the other."
						.formatted(tolerance));
		}
	}

}
