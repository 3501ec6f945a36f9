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
 * Holds the state of the connection, logs each change and publishes it as an application
 * event.
 */
final class RtmStatePublisher {

	private static final Log logger = LogFactory.getLog(RtmStatePublisher.class);

	private static final Duration REMINDER_INTERVAL = Duration.ofHours(1);

	private final Object source;

	private final AsyncApplicationEventPublisher publisher;

	private final Clock clock;

	private final Duration gracePeriod;

	private final RtmStateHistory history = new RtmStateHistory();

	private volatile CrispRtmState state;

	/**
	 * Create a publisher. The first state is {@link CrispRtmState.Stopped}.
	 * @param source the source of the events
	 * @param publisher publishes the events
	 * @param clock the clock
	 * @param gracePeriod the duration of an outage after which failed attempts are logged
	 * as warnings
	 */
	RtmStatePublisher(Object source, ApplicationEventPublisher publisher, Clock clock, Duration gracePeriod) {
		this.source = source;
		this.publisher = new AsyncApplicationEventPublisher(publisher);
		this.clock = clock;
		this.gracePeriod = gracePeriod;
		this.state = new CrispRtmState.Stopped(clock.instant());
	}

	/**
	 * Return the current state.
	 */
	CrispRtmState state() {
		return this.state;
	}

	/**
	 * Return the history of the states.
	 */
	CrispRtmHistory history() {
		return this.history.at(now());
	}

	/**
	 * Return the current time.
	 */
	Instant now() {
		return this.clock.instant();
	}

	/**
	 * Change the state.
	 */
	synchronized void publish(CrispRtmState state) {
		CrispRtmState previous = this.state;
		this.state = state;
		this.history.add(state);
		log(state);
		this.publisher.publish(event(previous, state));
	}

	private CrispRtmStateEvent event(CrispRtmState previous, CrispRtmState state) {
		if (state instanceof CrispRtmState.Ready) {
			return new CrispRtmConnectedEvent(this.source, previous, state);
		}
		if (state instanceof CrispRtmState.Disconnected) {
			return new CrispRtmDisconnectedEvent(this.source, previous, state);
		}
		if (state instanceof CrispRtmState.Rejected) {
			return new CrispRtmRejectedEvent(this.source, previous, state);
		}
		return new CrispRtmStateEvent(this.source, previous, state);
	}

	/**
	 * Publish that events may have been missed.
	 * @param from the beginning of the gap
	 * @param to the end of the gap
	 */
	void publishGap(Instant from, Instant to) {
		logger.info(LogMessage.format("Events that occurred between %s and %s may have been missed", from, to));
		this.publisher.publish(new CrispRtmGapEvent(this.source, from, to));
	}

	/**
	 * Return when all events have been published.
	 */
	Mono<Void> whenPublished() {
		return this.publisher.whenPublished();
	}

	private void log(CrispRtmState state) {
		if (state instanceof CrispRtmState.Ready ready) {
			logger.info(LogMessage.format("Realtime connection to Crisp established at %s, subscribed to %d events",
					ready.server(), ready.events().size()));
			logger.debug(LogMessage.format("Subscribed to %s", ready.events()));
		}
		else if (state instanceof CrispRtmState.Disconnected disconnected) {
			logger.info(LogMessage.format("Realtime connection to Crisp ended: %s", disconnected.reason()));
		}
		else if (state instanceof CrispRtmState.WaitingToRetry waiting) {
			log(waiting);
		}
		else if (state instanceof CrispRtmState.Standby) {
			logger.info(
					"Another instance holds the realtime connection to Crisp; this one is waiting for the leadership");
		}
		else if (state instanceof CrispRtmState.Rejected rejected) {
			log(rejected);
		}
		else {
			logger.debug(LogMessage.format("State of the realtime connection: %s", state));
		}
	}

	private void log(CrispRtmState.WaitingToRetry waiting) {
		LogMessage message = LogMessage.format(
				"No realtime connection to Crisp; reconnecting at %s (consecutive failures: %d): %s",
				waiting.nextAttemptAt(), waiting.failures(), waiting.reason());
		Instant since = history().disconnectedSince();
		if (since != null && Duration.between(since, waiting.since()).compareTo(this.gracePeriod) > 0) {
			logger.warn(message);
		}
		else {
			logger.info(message);
		}
	}

	private void log(CrispRtmState.Rejected rejected) {
		logger.error(LogMessage
			.format("Crisp rejected the credentials of the realtime connection; no events are received (%s). "
					+ "Check 'crisp.identifier', 'crisp.key' and 'crisp.tier', then restart the application or call CrispRtm.reconnectNow().",
					rejected.reason()));
	}

	/**
	 * Log every hour that the credentials are rejected.
	 * @return never completes
	 */
	Mono<Void> remind(CrispRtmState.Rejected rejected) {
		return Flux.interval(REMINDER_INTERVAL).onBackpressureDrop().doOnNext((number) -> log(rejected)).then();
	}

}
