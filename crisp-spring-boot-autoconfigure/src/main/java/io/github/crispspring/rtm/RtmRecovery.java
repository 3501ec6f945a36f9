package io.github.crispspring.rtm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import io.github.crispspring.client.CrispRest;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.core.log.LogMessage;

/**
 * Reads through REST what visitors wrote while there was no connection, and passes it to
 * the listeners as if it had come over it. A recovery that fails is retried until the gap
 * is covered.
 */
final class RtmRecovery {

	private static final Log logger = LogFactory.getLog(CrispRtm.class);

	/**
	 * How many calls may follow each other. Gaps that follow each other are covered
	 * together when the next call is allowed.
	 */
	static final int CALLS_AT_ONCE = 1000;

	/**
	 * How many calls a day gaps may cost in the long run.
	 */
	static final int CALLS_PER_DAY = 2000;

	private final RtmInbox inbox;

	private final RtmBackoff backoff;

	private final Clock clock;

	private final RtmAllowance calls = new RtmAllowance(CALLS_AT_ONCE, Duration.ofDays(1).dividedBy(CALLS_PER_DAY),
			System::nanoTime);

	private final RtmHistoryReader reader;

	private Sinks.Empty<Void> requested = Sinks.empty();

	private @Nullable Instant from;

	private @Nullable RtmMissedMessages missed;

	private int failures;

	/**
	 * Create a recovery.
	 * @param credentials the credentials
	 * @param rooms the identifiers of the websites, none for all
	 * @param rest the REST API, without retry
	 * @param inbox takes the messages
	 * @param backoff the pauses between attempts
	 * @param clock the clock of the application
	 */
	RtmRecovery(RtmCredentials credentials, List<String> rooms, CrispRest rest, RtmInbox inbox, RtmBackoff backoff,
			Clock clock) {
		this.inbox = inbox;
		this.backoff = backoff;
		this.clock = clock;
		this.reader = new RtmHistoryReader(credentials, rooms, rest, this.calls::take);
	}

	/**
	 * Request what happened from a time on.
	 */
	synchronized void request(Instant from) {
		this.from = (this.from == null || from.isBefore(this.from)) ? from : this.from;
		this.requested.tryEmitEmpty();
	}

	/**
	 * Recover what is requested. What one subscriber leaves undone is done for the next.
	 * @return never completes and never fails
	 */
	Mono<Void> serve() {
		return RtmGuard.defer(this::next).onErrorResume(this::unexpected).repeat().then();
	}

	private Mono<Void> unexpected(Throwable failure) {
		logger.error("The recovery of missed messages met an unexpected error; retrying", failure);
		return Mono.delay(pause(null)).then();
	}

	private Mono<Void> next() {
		return awaitRequest().then(RtmGuard.defer(this::allowed)).then(RtmGuard.defer(this::attempt));
	}

	private synchronized Mono<Void> awaitRequest() {
		if (this.from != null || this.missed != null) {
			return Mono.empty();
		}
		this.requested = Sinks.empty();
		return this.requested.asMono();
	}

	private Mono<Void> allowed() {
		Duration wait = this.calls.untilAvailable();
		if (wait.isZero()) {
			return Mono.empty();
		}
		logger.info(LogMessage.format(
				"Missed messages are recovered in %d s: recoveries are limited to %d calls a day in the long run",
				wait.toSeconds(), CALLS_PER_DAY));
		return Mono.delay(wait).then();
	}

	private Mono<Void> attempt() {
		RtmMissedMessages missed = begin();
		return RtmGuard.defer(missed::read).flatMap((pass) -> {
			String problem = pass.problem();
			return (problem != null) ? retry(missed, problem, pause(pass.retryAfter())) : covered(missed);
		});
	}

	/**
	 * What is requested from now on begins after what is about to be read, and is read by
	 * a further attempt.
	 */
	private synchronized RtmMissedMessages begin() {
		Instant from = this.from;
		RtmMissedMessages missed = this.missed;
		if (missed == null || (from != null && from.isBefore(missed.from()))) {
			missed = new RtmMissedMessages((from != null) ? from : this.clock.instant(), this.reader, this.inbox,
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
				"Recovered the messages of visitors since %s: %d read from %d conversations; those already handled are not handled again",
				missed.from(), missed.messages(), missed.conversations()));
		return Mono.empty();
	}

	private Mono<Void> retry(RtmMissedMessages missed, String problem, Duration pause) {
		logger.warn(LogMessage.format(
				"Not all messages of visitors since %s could be recovered so far; retrying in %d ms (%s)",
				missed.from(), pause.toMillis(), problem));
		return Mono.delay(pause).then();
	}

	/**
	 * The gap stays requested until it is covered.
	 */
	private synchronized Duration pause(@Nullable Duration requested) {
		if (this.missed != null) {
			request(this.missed.from());
		}
		this.failures++;
		return this.backoff.pause(this.failures, ThreadLocalRandom.current().nextDouble(), requested);
	}

}
