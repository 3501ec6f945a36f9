package io.github.crispspring.rtm;

import java.net.URI;
import java.time.Instant;
import java.util.Set;

/**
 * What the realtime connection is doing.
 */
public sealed interface CrispRtmState {

	/**
	 * Return since when it is in this state.
	 * @return the time
	 */
	Instant since();

	/**
	 * It is not wanted: not started yet, stopped, or nothing listens to an event.
	 *
	 * @param since since when it is
	 */
	record Stopped(Instant since) implements CrispRtmState {

	}

	/**
	 * Another instance of the application is to connect, or it is not known yet which
	 * one: this one waits for its turn.
	 *
	 * @param since since when it does
	 */
	record Standby(Instant since) implements CrispRtmState {

	}

	/**
	 * It asks Crisp where to connect.
	 *
	 * @param since since when it does
	 * @param attempt the number of the attempt, 1 unless there were failures before it
	 */
	record Discovering(Instant since, int attempt) implements CrispRtmState {

	}

	/**
	 * It opens the WebSocket.
	 *
	 * @param since since when it does
	 * @param attempt the number of the attempt, 1 unless there were failures before it
	 * @param server where to
	 */
	record Connecting(Instant since, int attempt, URI server) implements CrispRtmState {

	}

	/**
	 * It told Crisp its credentials, and waits for the answer.
	 *
	 * @param since since when it does
	 * @param attempt the number of the attempt, 1 unless there were failures before it
	 * @param server who was told
	 */
	record Authenticating(Instant since, int attempt, URI server) implements CrispRtmState {

	}

	/**
	 * It is there: events come.
	 *
	 * @param since since when it is
	 * @param server where to
	 * @param events the names of the events that were asked for
	 */
	record Ready(Instant since, URI server, Set<String> events) implements CrispRtmState {

	}

	/**
	 * It was there, and has just ended.
	 *
	 * @param since when it ended
	 * @param reason why, in words
	 */
	record Disconnected(Instant since, String reason) implements CrispRtmState {

	}

	/**
	 * It waits before it tries again.
	 *
	 * @param since since when it does
	 * @param failures how many attempts in a row did not succeed or did not last
	 * @param reason why the last one did not, in words
	 * @param nextAttemptAt when it tries again
	 */
	record WaitingToRetry(Instant since, int failures, String reason, Instant nextAttemptAt) implements CrispRtmState {

	}

	/**
	 * Crisp refused the credentials. Nothing is tried until {@link CrispRtm#reconnect()}
	 * is called.
	 *
	 * @param since since when it is
	 * @param reason how Crisp refused, in words
	 */
	record Refused(Instant since, String reason) implements CrispRtmState {

	}

}
