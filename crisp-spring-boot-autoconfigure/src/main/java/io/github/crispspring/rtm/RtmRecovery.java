package io.github.crispspring.rtm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.CrispTier;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.core.log.LogMessage;

/**
 * Reads messages of visitors that were missed from the REST API, and passes them to the
 * listeners like those received over the connection. A recovery that fails is retried
 * until the gap is covered.
 */
final class RtmRecovery {

	private static final Log logger = LogFactory.getLog(RtmRecovery.class);

	/**
	 * Maximum number of calls in a burst. Gaps that occur before the next call is
	 * available are covered together.
	 */
	static final int CALLS_AT_ONCE = 1000;

	/**
	 * Average number of calls per day.
	 */
	static final int CALLS_PER_DAY = 2000;

	private final RtmEventDispatcher events;

	private final RtmBackOff backOff;

	private final Clock clock;

	private final RtmRateLimiter calls = new RtmRateLimiter(CALLS_AT_ONCE, Duration.ofDays(1).dividedBy(CALLS_PER_DAY),
			System::nanoTime);

	private final RtmHistoryReader reader;

	private Sinks.Empty<Void> requested = Sinks.empty();

	private @Nullable Instant from;

	private @Nullable RtmMissedMessages missed;

	private int failures;

	/**
	 * Create a recovery.
	 * @param tier the tier of the credentials
	 * @param settings the settings, with the identifiers of the websites
	 * @param rest the REST API, without retries
	 * @param events receives the messages
	 * @param backOff the delays between attempts
	 * @param clock the clock of the application
	 */
	RtmRecovery(CrispTier tier, CrispRtmSettings settings, CrispRest rest, RtmEventDispatcher events,
			RtmBackOff backOff, Clock clock) {
		this.events = events;
		this.backOff = backOff;
		this.clock = clock;
		this.reader = new RtmHistoryReader(tier, settings, rest, this.calls::acquire);
	}

	/**
	 * Request the messages since a time.
	 */
	synchronized void request(Instant from) {
		this.from = (this.from == null || from.isBefore(this.from)) ? from : this.from;
		this.requested.tryEmitEmpty();
	}

	/**
	 * Recover what is requested. If the subscription is cancelled, the next subscription
	 * continues.
	 * @return never completes and never fails
	 */
	Mono<Void> serve() {
		return SafeMono.wrap(SafeMono.defer(this::next)).onErrorResume(this::unexpected).repeat().then();
	}

	private Mono<Void> unexpected(Throwable failure) {
		logger.error("Recovery of missed messages failed with an unexpected error; retrying", failure);
		return Mono.delay(failed(null)).then();
	}

	private Mono<Void> next() {
		return awaitRequest().then(SafeMono.defer(this::awaitCalls)).then(SafeMono.defer(this::attempt));
	}

	private synchronized Mono<Void> awaitRequest() {
		if (this.from != null || this.missed != null) {
			return Mono.empty();
		}
		this.requested = Sinks.empty();
		return this.requested.asMono();
	}

	private Mono<Void> awaitCalls() {
		Duration delay = this.calls.untilAvailable();
		if (delay.isZero()) {
			return Mono.empty();
		}
		logger.info(LogMessage.format(
				"Missed messages are recovered in %d s, as recoveries are limited to an average of %d calls per day",
				delay.toSeconds(), CALLS_PER_DAY));
		return Mono.delay(delay).then();
	}

	private Mono<Void> attempt() {
		RtmMissedMessages missed = begin();
		return SafeMono.defer(missed::read).flatMap((pass) -> {
			String problem = pass.problem();
			return (problem != null) ? retry(missed, problem, failed(pass.retryAfter())) : covered(missed);
		});
	}

	/**
	 * Requests from now on are for messages after those about to be read, and lead to a
	 * further attempt.
	 */
	private synchronized RtmMissedMessages begin() {
		Instant from = this.from;
		RtmMissedMessages missed = this.missed;
		if (missed == null || (from != null && from.isBefore(missed.from()))) {
			missed = new RtmMissedMessages((from != null) ? from : this.clock.instant(), this.reader, this.events,
					this.clock);
			this.missed = missed;
		}
		this.from = null;
		return missed;
	}

	private Mono<Void> covered(RtmMissedMessages missed) {
		synchronized (this) {
			this.missed = null;
			this.failures = 0;
		}
		logger.info(LogMessage.format(
				"Recovered the messages of visitors since %s: %d read from %d conversations; duplicates are not handled again",
				missed.from(), missed.messages(), missed.conversations()));
		return Mono.empty();
	}

	private Mono<Void> retry(RtmMissedMessages missed, String problem, Duration delay) {
		logger
			.warn(LogMessage.format("Not all messages of visitors since %s have been recovered; retrying in %d ms (%s)",
					missed.from(), delay.toMillis(), problem));
		return Mono.delay(delay).then();
	}

	/**
	 * The gap stays requested until it is covered.
	 */
	private synchronized Duration failed(@Nullable Duration retryAfter) {
		if (this.missed != null) {
			request(this.missed.from());
		}
		this.failures++;
		return this.backOff.delay(this.failures, ThreadLocalRandom.current().nextDouble(), retryAfter);
	}

}
