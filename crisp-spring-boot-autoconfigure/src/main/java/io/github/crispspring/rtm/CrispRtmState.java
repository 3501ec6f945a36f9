package io.github.crispspring.rtm;

import java.net.URI;
import java.time.Instant;
import java.util.Set;

/**
 * State of the realtime connection.
 */
public sealed interface CrispRtmState {

	/**
	 * Return when the connection entered this state.
	 * @return the time, by the clock of the application
	 */
	Instant since();

	/**
	 * The connection is not started, or it has been stopped. It is not started if no
	 * listener requires an event.
	 *
	 * @param since when the connection entered this state
	 */
	record Stopped(Instant since) implements CrispRtmState {

	}

	/**
	 * This instance does not lead: another instance of the application holds the
	 * connection, or the leader has not been elected yet.
	 *
	 * @param since when the connection entered this state
	 */
	record Standby(Instant since) implements CrispRtmState {

	}

	/**
	 * The URL to connect to is being requested from Crisp.
	 *
	 * @param since when the connection entered this state
	 * @param attempt the number of the attempt, 1 if there were no failures before it
	 */
	record Discovering(Instant since, int attempt) implements CrispRtmState {

	}

	/**
	 * The WebSocket is being opened.
	 *
	 * @param since when the connection entered this state
	 * @param attempt the number of the attempt, 1 if there were no failures before it
	 * @param server the URL of the server, without query
	 */
	record Connecting(Instant since, int attempt, URI server) implements CrispRtmState {

	}

	/**
	 * The credentials have been sent, and Crisp has not responded yet.
	 *
	 * @param since when the connection entered this state
	 * @param attempt the number of the attempt, 1 if there were no failures before it
	 * @param server the URL of the server, without query
	 */
	record Authenticating(Instant since, int attempt, URI server) implements CrispRtmState {

	}

	/**
	 * The connection is established, and events are received.
	 *
	 * @param since when the connection entered this state
	 * @param server the URL of the server, without query
	 * @param events the names of the events that are subscribed to
	 */
	record Ready(Instant since, URI server, Set<String> events) implements CrispRtmState {

	}

	/**
	 * The established connection has just ended.
	 *
	 * @param since when the connection entered this state
	 * @param reason the reason
	 */
	record Disconnected(Instant since, String reason) implements CrispRtmState {

	}

	/**
	 * The next attempt is scheduled.
	 *
	 * @param since when the connection entered this state
	 * @param failures the number of consecutive attempts that failed or did not last
	 * @param reason the reason of the last failure
	 * @param nextAttemptAt the time of the next attempt
	 */
	record WaitingToRetry(Instant since, int failures, String reason, Instant nextAttemptAt) implements CrispRtmState {

	}

	/**
	 * Crisp rejected the credentials. No attempt is made until
	 * {@link CrispRtm#reconnectNow()} is called.
	 *
	 * @param since when the connection entered this state
	 * @param reason the reason that Crisp returned
	 */
	record Rejected(Instant since, String reason) implements CrispRtmState {

	}

}
