package io.github.crispspring.client;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

import io.micrometer.observation.Observation;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import org.springframework.core.log.LogMessage;
import org.springframework.util.Assert;

/**
 * How often and when a call that failed is tried again.
 * <p>
 * What can be repeated without harm (GET, HEAD, PUT, DELETE) is tried again when Crisp
 * could not be reached and on the statuses 408, 420, 429, 500, 502, 503, 504 and 521.
 * POST and PATCH are tried again only where they were certainly not carried out: when no
 * connection could be made, and on 420 and 429. A used up quota (423) is final.
 *
 * @param attempts how often a call is tried at most, the first time included
 * @param backoff the pause before the second attempt, doubled before each further one;
 * half of it is left to chance, so that many instances do not try in step
 * @param maxBackoff the longest pause
 * @param maxRetryAfter the longest pause that Crisp may ask for; where it asks for more,
 * the call fails at once
 */
public record CrispRetry(int attempts, Duration backoff, Duration maxBackoff, Duration maxRetryAfter) {

	private static final Log logger = LogFactory.getLog(CrispRetry.class);

	private static final Set<String> REPEATABLE_METHODS = Set.of("GET", "HEAD", "PUT", "DELETE");

	private static final Set<Integer> NOT_PROCESSED = Set.of(420, 429);

	private static final Set<Integer> PASSING = Set.of(408, 420, 429, 500, 502, 503, 504, 521);

	/**
	 * Check the values.
	 */
	public CrispRetry {
		Assert.isTrue(attempts > 0, "'attempts' must be positive");
	}

	/**
	 * Create what is used unless something else is set: three attempts, 500 ms doubling
	 * to 10 s, and at most 60 s where Crisp asks for a pause.
	 * @return the defaults
	 */
	public static CrispRetry defaults() {
		return new CrispRetry(3, Duration.ofMillis(500), Duration.ofSeconds(10), Duration.ofSeconds(60));
	}

	/**
	 * Try every call just once.
	 * @return no retry
	 */
	public static CrispRetry none() {
		return new CrispRetry(1, Duration.ZERO, Duration.ZERO, Duration.ZERO);
	}

	/**
	 * Return the retry of one call.
	 */
	Retry of(CrispRoute route, Observation observation) {
		return Retry.from((failures) -> failures.concatMap((failure) -> pause(route, failure, observation)));
	}

	private Mono<Long> pause(CrispRoute route, Retry.RetrySignal signal, Observation observation) {
		Throwable failure = signal.failure();
		if (failure instanceof CrispRateLimitException) {
			observation.event(CrispCallObservation.Events.RATE_LIMITED);
		}
		long attempt = signal.totalRetries() + 1;
		Duration pause = (attempt < this.attempts) ? pause(route, attempt, failure) : null;
		if (pause == null) {
			return Mono.error(failure);
		}
		logger.debug(LogMessage.format("Attempt %d of %d failed, trying again in %d ms: %s", attempt, this.attempts,
				pause.toMillis(), failure.getMessage()));
		observation.event(CrispCallObservation.Events.RETRY);
		return Mono.delay(pause);
	}

	private @Nullable Duration pause(CrispRoute route, long attempt, Throwable failure) {
		if (failure instanceof CrispApiException refusal) {
			Duration asked = refusal.getRetryAfter();
			boolean again = statuses(route).contains(refusal.getStatus())
					&& (asked == null || asked.compareTo(this.maxRetryAfter) <= 0);
			return again ? longer(backoff(attempt), asked) : null;
		}
		boolean again = failure instanceof CrispTransportException && (isRepeatable(route) || isNotSent(failure));
		return again ? backoff(attempt) : null;
	}

	private Set<Integer> statuses(CrispRoute route) {
		return isRepeatable(route) ? PASSING : NOT_PROCESSED;
	}

	private boolean isRepeatable(CrispRoute route) {
		return REPEATABLE_METHODS.contains(route.method());
	}

	private boolean isNotSent(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException
					|| cause instanceof NoRouteToHostException || cause instanceof UnknownHostException) {
				return true;
			}
		}
		return false;
	}

	private Duration backoff(long attempt) {
		long limit = Math.min(this.backoff.toMillis() << Math.min(attempt - 1, 16), this.maxBackoff.toMillis());
		return Duration.ofMillis(limit - ThreadLocalRandom.current().nextLong(limit / 2 + 1));
	}

	private Duration longer(Duration backoff, @Nullable Duration asked) {
		return (asked != null && asked.compareTo(backoff) > 0) ? asked : backoff;
	}

}
