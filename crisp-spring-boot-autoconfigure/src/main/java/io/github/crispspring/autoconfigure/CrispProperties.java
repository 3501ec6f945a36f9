package io.github.crispspring.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.crispspring.client.CrispTier;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties for Crisp.
 *
 * @param identifier Identifier of the Crisp token.
 * @param key Secret key of the Crisp token.
 * @param tier Tier of the Crisp token.
 * @param rest Calls of the REST API.
 * @param listener Delivery of events to listeners.
 */
@ConfigurationProperties("crisp")
public record CrispProperties(@Nullable String identifier, @Nullable String key, @DefaultValue("plugin") CrispTier tier,
		@DefaultValue Rest rest, @DefaultValue Listener listener) {

	/**
	 * Trim the values and check that the credentials are not blank.
	 */
	public CrispProperties {
		identifier = PropertyChecks.notBlank("crisp.identifier", identifier);
		key = PropertyChecks.notBlank("crisp.key", key);
	}

	/**
	 * Describes the properties without the key.
	 */
	@Override
	public String toString() {
		return "CrispProperties[tier=" + this.tier + ", rest=" + this.rest + ", listener=" + this.listener + "]";
	}

	/**
	 * Calls of the REST API.
	 *
	 * @param baseUrl URL of the REST API before the version.
	 * @param connectTimeout Longest time to wait for a connection.
	 * @param readTimeout Time limit of one attempt, from connecting to the end of the
	 * response.
	 * @param headers Headers to send with every call.
	 * @param maxResponseSize Largest size of an answer.
	 * @param retry Further attempts of calls that failed.
	 */
	public record Rest(@DefaultValue("https://api.crisp.chat") URI baseUrl, @DefaultValue("5s") Duration connectTimeout,
			@DefaultValue("10s") Duration readTimeout, @DefaultValue Map<String, String> headers,
			@DefaultValue("16MB") DataSize maxResponseSize, @DefaultValue Retry retry) {

		/**
		 * Trim the headers and check the limits.
		 */
		public Rest {
			PropertyChecks.timeout("crisp.rest.connect-timeout", connectTimeout);
			PropertyChecks.timeout("crisp.rest.read-timeout", readTimeout);
			PropertyChecks.size("crisp.rest.max-response-size", maxResponseSize);
			Map<String, String> trimmed = new LinkedHashMap<>();
			headers.forEach((name, value) -> trimmed.put(name, value.strip()));
			headers = Collections.unmodifiableMap(trimmed);
		}

		/**
		 * Describes the properties without the headers, which may hold secrets.
		 */
		@Override
		public String toString() {
			return "Rest[baseUrl=" + this.baseUrl + ", connectTimeout=" + this.connectTimeout + ", readTimeout="
					+ this.readTimeout + "]";
		}

	}

	/**
	 * Further attempts of calls that failed.
	 *
	 * @param enabled Whether to try calls again that failed for a passing reason.
	 * @param attempts Number of attempts at most, including the first.
	 * @param backoff Pause before the second attempt, doubled before each further one.
	 * @param maxBackoff Longest pause before an attempt.
	 * @param maxRetryAfter Longest pause that Crisp may ask for without the call failing.
	 */
	public record Retry(@DefaultValue("true") boolean enabled, @DefaultValue("3") int attempts,
			@DefaultValue("500ms") Duration backoff, @DefaultValue("10s") Duration maxBackoff,
			@DefaultValue("60s") Duration maxRetryAfter) {

		/**
		 * Check the limits.
		 */
		public Retry {
			PropertyChecks.positive("crisp.rest.retry.attempts", attempts);
			PropertyChecks.delay("crisp.rest.retry.backoff", backoff);
			PropertyChecks.delay("crisp.rest.retry.max-backoff", maxBackoff);
			PropertyChecks.delay("crisp.rest.retry.max-retry-after", maxRetryAfter);
		}

	}

	/**
	 * Delivery of events to listeners.
	 *
	 * @param concurrency Maximum number of conversations that are handled at the same
	 * time.
	 * @param queueCapacity Maximum number of events that wait or are being handled.
	 * @param queueSize Maximum size of the events that wait or are being handled, as
	 * received. By default, the smaller of 64MB and 10% of the maximum heap size.
	 * @param timeout Maximum time that the listeners may take for one event before it
	 * fails.
	 * @param typingDelay Time that the answer of a listener with 'typing' may take before
	 * the visitor is shown that somebody is typing.
	 * @param transactional Whether to publish each event in a transaction of the
	 * application's transaction manager.
	 * @param retry Retries of events that are not delivered again.
	 * @param duplicates Detection of events that are delivered more than once.
	 */
	public record Listener(@DefaultValue("256") int concurrency, @DefaultValue("10000") int queueCapacity,
			@Nullable DataSize queueSize, @DefaultValue("5m") Duration timeout,
			@DefaultValue("300ms") Duration typingDelay, @DefaultValue("false") boolean transactional,
			@DefaultValue Retry retry, @DefaultValue Duplicates duplicates) {

		private static final DataSize MAX_QUEUE_SIZE = DataSize.ofMegabytes(64);

		/**
		 * Check the limits, and determine the size of the queue if it is not set.
		 */
		public Listener {
			PropertyChecks.positive("crisp.listener.concurrency", concurrency);
			PropertyChecks.positive("crisp.listener.queue-capacity", queueCapacity);
			PropertyChecks.timeout("crisp.listener.timeout", timeout);
			PropertyChecks.delay("crisp.listener.typing-delay", typingDelay);
			if (queueSize == null) {
				queueSize = DataSize
					.ofBytes(Math.min(MAX_QUEUE_SIZE.toBytes(), Math.max(1, Runtime.getRuntime().maxMemory() / 10)));
			}
			else if (queueSize.toBytes() <= 0) {
				throw new InvalidConfigurationPropertyValueException("crisp.listener.queue-size", queueSize,
						"Must be greater than 0.");
			}
		}

		/**
		 * Retries of events that are not delivered again: those of the realtime
		 * connection, and of webhooks that are acknowledged on receipt.
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
		 * @param capacity Maximum number of events to remember.
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

}
