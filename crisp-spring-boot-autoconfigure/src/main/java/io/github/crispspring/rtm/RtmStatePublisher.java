package io.github.crispspring.rtm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.log.LogMessage;

/**
 * What the connection is doing: remembers it, writes it to the log in words and tells the
 * application.
 */
final class RtmStatePublisher {

	private static final Log logger = LogFactory.getLog(CrispRtm.class);

	private static final Duration REMINDER_INTERVAL = Duration.ofHours(1);

	private final CrispRtm source;

	private final RtmAnnouncer announcer;

	private final Clock clock;

	private final Duration gracePeriod;

	private final RtmHistory history = new RtmHistory();

	private volatile CrispRtmState state;

	/**
	 * Create a journal.
	 * @param source the source of the events
	 * @param publisher publishes the events
	 * @param clock the clock
	 * @param gracePeriod how long an outage lasts before failures are warnings
	 */
	RtmStatePublisher(CrispRtm source, ApplicationEventPublisher publisher, Clock clock, Duration gracePeriod) {
		this.gracePeriod = gracePeriod;
		this.source = source;
		this.announcer = new RtmAnnouncer(publisher);
		this.clock = clock;
		this.state = new CrispRtmState.Stopped(clock.instant());
	}

	CrispRtmState state() {
		return this.state;
	}

	CrispRtmHistory history() {
		return this.history.at(now());
	}

	Instant now() {
		return this.clock.instant();
	}

	synchronized void enter(CrispRtmState state) {
		CrispRtmState previous = this.state;
		this.state = state;
		this.history.add(state);
		log(state);
		this.announcer.announce(CrispRtmStateEvent.of(this.source, previous, state));
	}

	void gap(Instant from, Instant to) {
		logger.info(LogMessage.format("Events that happened in Crisp between %s and %s may be missing", from, to));
		this.announcer.announce(new CrispRtmGapEvent(this.source, from, to));
	}

	/**
	 * Completes when the application has been told everything.
	 */
	Mono<Void> published() {
		return this.announcer.published();
	}

	private void log(CrispRtmState state) {
		if (state instanceof CrispRtmState.Ready ready) {
			logger.info(LogMessage.format("Connected to Crisp in real time at %s, asked for %d kinds of events",
					ready.server(), ready.events().size()));
			logger.debug(LogMessage.format("Asked for %s", ready.events()));
		}
		else if (state instanceof CrispRtmState.Disconnected disconnected) {
			logger.info(LogMessage.format("The realtime connection to Crisp has ended: %s", disconnected.reason()));
		}
		else if (state instanceof CrispRtmState.WaitingToRetry waiting) {
			log(waiting);
		}
		else if (state instanceof CrispRtmState.Standby) {
			logger
				.info("Another instance is to hold the realtime connection to Crisp, until it is the turn of this one");
		}
		else if (state instanceof CrispRtmState.Refused refused) {
			log(refused);
		}
		else {
			logger.debug(LogMessage.format("The realtime connection is now %s", state));
		}
	}

	private void log(CrispRtmState.WaitingToRetry waiting) {
		LogMessage message = LogMessage.format(
				"No realtime connection to Crisp; connecting again at %s (failures in a row: %d): %s",
				waiting.nextAttemptAt(), waiting.failures(), waiting.reason());
		Instant since = history().disconnectedSince();
		if (since != null && Duration.between(since, waiting.since()).compareTo(this.gracePeriod) > 0) {
			logger.warn(message);
		}
		else {
			logger.info(message);
		}
	}

	private void log(CrispRtmState.Refused refused) {
		logger.error(LogMessage
			.format("Crisp rejected the credentials of the realtime connection; no events are received (%s). "
					+ "Check 'crisp.identifier', 'crisp.key' and 'crisp.tier', then restart the application or call CrispRtm.reconnect().",
					refused.reason()));
	}

	/**
	 * Log again and again that the credentials were rejected.
	 * @return never completes
	 */
	Mono<Void> remind(CrispRtmState.Refused refused) {
		return Flux.interval(REMINDER_INTERVAL).onBackpressureDrop().doOnNext((number) -> log(refused)).then();
	}

}
