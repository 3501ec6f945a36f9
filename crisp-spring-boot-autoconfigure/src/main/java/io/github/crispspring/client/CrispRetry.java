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
 * Policy for retrying failed calls.
 * <p>
 * Idempotent calls (GET, HEAD, PUT, DELETE) are retried if Crisp could not be reached and
 * on the status codes 408, 420, 429, 500, 502, 503, 504 and 521. POST and PATCH are
 * retried only if Crisp has certainly not carried them out: if no connection could be
 * established, and on 420 and 429. An exhausted quota (423) is not retried.
 *
 * @param maxAttempts the maximum number of attempts, including the first
 * @param backoff the delay before the second attempt, doubled before each further
 * attempt; up to half of it is subtracted at random, so that instances do not retry
 * simultaneously
 * @param maxBackoff the maximum backoff
 * @param maxRetryAfter the maximum delay that Crisp may request with {@code Retry-After};
 * the call fails immediately if Crisp requests more
 */
public record CrispRetry(int maxAttempts, Duration backoff, Duration maxBackoff, Duration maxRetryAfter) {

	private static final Log logger = LogFactory.getLog(CrispRetry.class);

	private static final Set<String> IDEMPOTENT_METHODS = Set.of("GET", "HEAD", "PUT", "DELETE");

	private static final Set<Integer> NOT_PROCESSED = Set.of(420, 429);

	private static final Set<Integer> TRANSIENT = Set.of(408, 420, 429, 500, 502, 503, 504, 521);

	/**
	 * Check the number of attempts.
	 */
	public CrispRetry {
		Assert.isTrue(maxAttempts > 0, "'maxAttempts' must be positive");
	}

	/**
	 * Return the default policy: three attempts, a backoff of 500 ms doubling up to 10 s,
	 * and at most 60 s if Crisp requests a delay.
	 * @return the default policy
	 */
	public static CrispRetry defaults() {
		return new CrispRetry(3, Duration.ofMillis(500), Duration.ofSeconds(10), Duration.ofSeconds(60));
	}

	/**
	 * Return the policy that never retries.
	 * @return the policy with one attempt
	 */
	public static CrispRetry none() {
		return new CrispRetry(1, Duration.ZERO, Duration.ZERO, Duration.ZERO);
	}

	/**
	 * Retry a call. A call whose first attempt succeeds, as most do, needs none of the
	 * operators that repeat an attempt.
	 * @param attempt makes one attempt for each subscription
	 */
	<T> Mono<T> apply(Mono<T> attempt, CrispRoute route, Observation observation) {
		return attempt.onErrorResume((failure) -> pause(route, 1, failure, observation)
			.then(attempt.retryWhen(Retry.from((failures) -> failures
				.concatMap((signal) -> pause(route, signal.totalRetries() + 2, signal.failure(), observation))))));
	}

	private Mono<Long> pause(CrispRoute route, long attempt, Throwable failure, Observation observation) {
		if (failure instanceof CrispRateLimitException) {
			CallObservations.event(observation, CrispCallObservation.Events.RATE_LIMITED);
		}
		Duration pause = (attempt < this.maxAttempts) ? pause(route, attempt, failure) : null;
		if (pause == null) {
			return Mono.error(failure);
		}
		logger.debug(LogMessage.format("Attempt %d of %d failed; retrying in %d ms: %s", attempt, this.maxAttempts,
				pause.toMillis(), failure.getMessage()));
		CallObservations.event(observation, CrispCallObservation.Events.RETRY);
		return Mono.delay(pause);
	}

	private @Nullable Duration pause(CrispRoute route, long attempt, Throwable failure) {
		if (failure instanceof CrispApiException ex) {
			Duration requested = ex.getRetryAfter();
			boolean retryable = statuses(route).contains(ex.getStatusCode().value())
					&& (requested == null || requested.compareTo(this.maxRetryAfter) <= 0);
			return retryable ? longer(backoff(attempt), requested) : null;
		}
		boolean retryable = failure instanceof CrispTransportException && (isIdempotent(route) || isNotSent(failure));
		return retryable ? backoff(attempt) : null;
	}

	private Set<Integer> statuses(CrispRoute route) {
		return isIdempotent(route) ? TRANSIENT : NOT_PROCESSED;
	}

	private boolean isIdempotent(CrispRoute route) {
		return IDEMPOTENT_METHODS.contains(route.method());
	}

	static boolean isNotSent(Throwable failure) {
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

	private Duration longer(Duration backoff, @Nullable Duration requested) {
		return (requested != null && requested.compareTo(backoff) > 0) ? requested : backoff;
	}

}
