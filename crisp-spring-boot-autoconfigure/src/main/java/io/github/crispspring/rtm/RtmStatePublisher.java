package io.github.crispspring.rtm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.github.crispspring.event.CrispDelivery;
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

	private final String connection;

	private final String properties;

	private final AsyncApplicationEventPublisher publisher;

	private final Clock clock;

	private final Duration gracePeriod;

	private final RtmStateHistory history = new RtmStateHistory();

	private volatile CrispRtmState state;

	/**
	 * Create a publisher. The first state is {@link CrispRtmState.Stopped}.
	 * @param source the source of the events
	 * @param account the name of the account
	 * @param publisher publishes the events
	 * @param clock the clock
	 * @param gracePeriod the duration of an outage after which failed attempts are logged
	 * as warnings
	 */
	RtmStatePublisher(Object source, String account, ApplicationEventPublisher publisher, Clock clock,
			Duration gracePeriod) {
		this.source = source;
		boolean named = !account.equals(CrispDelivery.DEFAULT_ACCOUNT);
		this.connection = named ? "connection of account '%s' to Crisp".formatted(account) : "connection to Crisp";
		this.properties = named ? "crisp.accounts." + account + "." : "crisp.";
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
			logger.info(LogMessage.format("Realtime %s established at %s, subscribed to %d events", this.connection,
					ready.server(), ready.events().size()));
			logger.debug(LogMessage.format("Subscribed to %s", ready.events()));
		}
		else if (state instanceof CrispRtmState.Disconnected disconnected) {
			logger.info(LogMessage.format("Realtime %s ended: %s", this.connection, disconnected.reason()));
		}
		else if (state instanceof CrispRtmState.WaitingToRetry waiting) {
			log(waiting);
		}
		else if (state instanceof CrispRtmState.Standby) {
			logger.info(LogMessage.format(
					"Waiting for the leadership; the realtime %s is established when this instance becomes the leader",
					this.connection));
		}
		else if (state instanceof CrispRtmState.Rejected rejected) {
			log(rejected);
		}
		else {
			logger.debug(LogMessage.format("State of the realtime %s: %s", this.connection, state));
		}
	}

	private void log(CrispRtmState.WaitingToRetry waiting) {
		LogMessage message = LogMessage.format("No realtime %s; reconnecting at %s (consecutive failures: %d): %s",
				this.connection, waiting.nextAttemptAt(), waiting.failures(), waiting.reason());
		Instant since = history().disconnectedSince();
		if (since != null && Duration.between(since, waiting.since()).compareTo(this.gracePeriod) > 0) {
			logger.warn(message);
		}
		else {
			logger.info(message);
		}
	}

	private void log(CrispRtmState.Rejected rejected) {
		logger
			.error(LogMessage.format("Crisp rejected the credentials of the realtime %s; no events are received (%s). "
					+ "Check '%sidentifier', '%skey' and '%stier', then restart the application or call CrispRtm.reconnectNow().",
					this.connection, rejected.reason(), this.properties, this.properties, this.properties));
	}

	/**
	 * Log every hour that the credentials are rejected.
	 * @return never completes
	 */
	Mono<Void> remind(CrispRtmState.Rejected rejected) {
		return Flux.interval(REMINDER_INTERVAL).onBackpressureDrop().doOnNext((number) -> log(rejected)).then();
	}

}
