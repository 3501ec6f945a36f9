package io.github.crispspring.autoconfigure;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties for listeners and the dispatch of events to them.
 *
 * @param concurrency Maximum number of conversations that are handled at the same time.
 * @param queueCapacity Maximum number of events that wait or are being handled.
 * @param queueSize Maximum size of the events that wait or are being handled, as
 * received. By default, the smaller of 64MB and 10% of the maximum heap size.
 * @param timeout Maximum time that the listeners may take for one event before it fails.
 * @param typingDelay Time that the reply of a listener with 'typing' may take before
 * typing is shown to the visitor.
 * @param handoverRefreshInterval Time after which a listener with 'stepBack' reads again
 * whether an operator handles a conversation, unless events report it.
 * @param transactional Whether to publish each event in a transaction of the
 * application's transaction manager.
 * @param retry Retries of events that are not delivered again.
 * @param duplicates Detection of events that are delivered more than once.
 */
@ConfigurationProperties("crisp.listener")
record CrispListenerProperties(@DefaultValue("256") int concurrency, @DefaultValue("10000") int queueCapacity,
		@Nullable DataSize queueSize, @DefaultValue("5m") Duration timeout, @DefaultValue("300ms") Duration typingDelay,
		@DefaultValue("1m") Duration handoverRefreshInterval, @DefaultValue("false") boolean transactional,
		@DefaultValue Retry retry, @DefaultValue Duplicates duplicates) {

	private static final DataSize MAX_DEFAULT_QUEUE_SIZE = DataSize.ofMegabytes(64);

	/**
	 * Check the limits, and determine the size of the queue if it is not set.
	 */
	CrispListenerProperties {
		PropertyChecks.positive("crisp.listener.concurrency", concurrency);
		PropertyChecks.positive("crisp.listener.queue-capacity", queueCapacity);
		PropertyChecks.timeout("crisp.listener.timeout", timeout);
		PropertyChecks.delay("crisp.listener.typing-delay", typingDelay);
		PropertyChecks.delay("crisp.listener.handover-refresh-interval", handoverRefreshInterval);
		if (queueSize == null) {
			queueSize = DataSize.ofBytes(
					Math.min(MAX_DEFAULT_QUEUE_SIZE.toBytes(), Math.max(1, Runtime.getRuntime().maxMemory() / 10)));
		}
		else if (queueSize.toBytes() <= 0) {
			throw new InvalidConfigurationPropertyValueException("crisp.listener.queue-size", queueSize,
					"Must be greater than 0.");
		}
	}

	/**
	 * Retries of events that are not delivered again: those of the realtime connection,
	 * and of webhooks that are acknowledged on receipt.
	 *
	 * @param enabled Whether to handle an event again if a listener failed.
	 * @param maxRetries Maximum number of retries of one event.
	 * @param initialInterval Delay before the first retry.
	 * @param multiplier Factor by which the delay increases with each further retry.
	 * @param maxInterval Maximum delay before a retry.
	 */
	public record Retry(@DefaultValue("false") boolean enabled, @DefaultValue("3") int maxRetries,
			@DefaultValue("1s") Duration initialInterval, @DefaultValue("2") double multiplier,
			@DefaultValue("30s") Duration maxInterval) {

		/**
		 * Check the limits.
		 */
		public Retry {
			PropertyChecks.positive("crisp.listener.retry.max-retries", maxRetries);
			PropertyChecks.timeout("crisp.listener.retry.initial-interval", initialInterval);
			PropertyChecks.timeout("crisp.listener.retry.max-interval", maxInterval);
			if (!(multiplier >= 1)) {
				throw new InvalidConfigurationPropertyValueException("crisp.listener.retry.multiplier", multiplier,
						"Must be at least 1.");
			}
		}

	}

	/**
	 * Detection of events that are delivered more than once.
	 *
	 * @param capacity Maximum number of events to remember. Each requires about 45 bytes.
	 * @param retention Time to remember events for.
	 */
	public record Duplicates(@DefaultValue("100000") int capacity, @DefaultValue("24h") Duration retention) {

		/**
		 * Check the limits.
		 */
		public Duplicates {
			PropertyChecks.positive("crisp.listener.duplicates.capacity", capacity);
			PropertyChecks.between("crisp.listener.duplicates.retention", retention, Duration.ofMillis(1),
					Duration.ofDays(365));
		}

	}

}
