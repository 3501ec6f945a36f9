package io.github.crispspring.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import io.github.crispspring.client.CrispTier;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties for Crisp.
 *
 * @param identifier Identifier of the Crisp token.
 * @param key Secret key of the Crisp token.
 * @param tier Tier of the Crisp token.
 * @param websiteId Identifier of the website to use where none is named.
 * @param rest Calls of the REST API.
 * @param listener Delivery of events to listeners.
 */
@ConfigurationProperties("crisp")
public record CrispProperties(@Nullable String identifier, @Nullable String key, @DefaultValue("plugin") CrispTier tier,
		@Nullable String websiteId, @DefaultValue Rest rest, @DefaultValue Listener listener) {

	/**
	 * Describes the properties without the key.
	 */
	@Override
	public String toString() {
		return "CrispProperties[tier=" + this.tier + ", websiteId=" + this.websiteId + ", rest=" + this.rest
				+ ", listener=" + this.listener + "]";
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

	}

	/**
	 * Delivery of events to listeners.
	 *
	 * @param concurrency Number of conversations that are handled at the same time at
	 * most.
	 * @param queueCapacity Number of events that may wait or be handled at the same time.
	 * @param timeout Longest time that a listener may take for an event before it fails.
	 * By default, any time.
	 * @param transactional Whether to publish each event in a transaction of the
	 * application's transaction manager.
	 * @param duplicates Recognition of events that come more than once.
	 */
	public record Listener(@DefaultValue("256") int concurrency, @DefaultValue("10000") int queueCapacity,
			@Nullable Duration timeout, @DefaultValue("false") boolean transactional,
			@DefaultValue Duplicates duplicates) {

		/**
		 * Recognition of events that come more than once.
		 *
		 * @param capacity Number of events to remember at most.
		 * @param retention Time for which events are remembered.
		 */
		public record Duplicates(@DefaultValue("100000") int capacity, @DefaultValue("24h") Duration retention) {

		}

	}

}
