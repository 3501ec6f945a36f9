package io.github.crispspring.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties for calls of the REST API.
 *
 * @param baseUrl URL of the REST API without the version.
 * @param connectTimeout Maximum time to establish a connection.
 * @param readTimeout Maximum time of one attempt, from connecting to the end of the
 * response.
 * @param headers Headers to send with every call.
 * @param maxResponseSize Maximum size of a response.
 * @param dailyBudget Maximum number of calls a day (UTC) of this instance. By default,
 * the number is not limited.
 * @param maxCallsPerSecond Maximum number of calls a second of this instance. Further
 * calls wait. By default, the number is not limited.
 * @param retry Retries of calls that fail.
 */
@ConfigurationProperties("crisp.rest")
record CrispRestProperties(@DefaultValue("https://api.crisp.chat") URI baseUrl,
		@DefaultValue("5s") Duration connectTimeout, @DefaultValue("10s") Duration readTimeout,
		@DefaultValue Map<String, String> headers, @DefaultValue("16MB") DataSize maxResponseSize,
		@Nullable Integer dailyBudget, @Nullable Integer maxCallsPerSecond, @DefaultValue Retry retry) {

	/**
	 * Trim the headers and check the limits.
	 */
	CrispRestProperties {
		PropertyChecks.timeout("crisp.rest.connect-timeout", connectTimeout);
		PropertyChecks.timeout("crisp.rest.read-timeout", readTimeout);
		PropertyChecks.size("crisp.rest.max-response-size", maxResponseSize);
		if (dailyBudget != null) {
			PropertyChecks.positive("crisp.rest.daily-budget", dailyBudget);
		}
		if (maxCallsPerSecond != null) {
			PropertyChecks.positive("crisp.rest.max-calls-per-second", maxCallsPerSecond);
		}
		Map<String, String> trimmed = new LinkedHashMap<>();
		headers.forEach((name, value) -> trimmed.put(name, value.strip()));
		headers = Collections.unmodifiableMap(trimmed);
	}

	/**
	 * Describes the properties without the headers, which may contain secrets.
	 */
	@Override
	public String toString() {
		return "CrispRestProperties[baseUrl=" + this.baseUrl + ", connectTimeout=" + this.connectTimeout
				+ ", readTimeout=" + this.readTimeout + "]";
	}

	/**
	 * Retries of calls that fail.
	 *
	 * @param enabled Whether to retry calls that fail with a transient error.
	 * @param attempts Maximum number of attempts, including the first.
	 * @param backoff Delay before the second attempt, doubled with each further one.
	 * @param maxBackoff Maximum delay before an attempt.
	 * @param maxRetryAfter Maximum delay that Crisp may request. A call for which it
	 * requests a longer delay fails.
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

}
