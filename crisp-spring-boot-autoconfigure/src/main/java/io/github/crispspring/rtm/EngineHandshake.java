package io.github.crispspring.rtm;

import java.time.Duration;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.crispspring.json.CrispJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Handshake with which the server opens an Engine.IO 4 session. Other fields, such as
 * {@code upgrades}, are not needed for a WebSocket.
 *
 * @param pingInterval the interval between pings, in milliseconds
 * @param pingTimeout the time after a ping was due until the connection is considered
 * lost, in milliseconds
 * @param maxPayload the maximum size of a message that the server accepts, in bytes, 0 if
 * unknown
 */
record EngineHandshake(@JsonProperty("pingInterval") long pingInterval, @JsonProperty("pingTimeout") long pingTimeout,
		@JsonProperty("maxPayload") long maxPayload) {

	private static final long MAX_INTERVAL = Duration.ofDays(1).toMillis();

	/**
	 * Parse a handshake.
	 * @throws RtmProtocolException if it is malformed
	 */
	static EngineHandshake parse(String payload) {
		EngineHandshake handshake = read(payload);
		if (handshake == null || !isValid(handshake.pingInterval) || !isValid(handshake.pingTimeout)) {
			throw new RtmProtocolException("The handshake contains no valid ping interval and ping timeout");
		}
		return handshake;
	}

	private static @Nullable EngineHandshake read(String payload) {
		try {
			return CrispJson.mapper().readValue(payload, EngineHandshake.class);
		}
		catch (JacksonException ex) {
			throw new RtmProtocolException("The handshake cannot be parsed");
		}
	}

	private static boolean isValid(long milliseconds) {
		return milliseconds > 0 && milliseconds <= MAX_INTERVAL;
	}

	/**
	 * Return the time without a ping after which the connection is considered lost.
	 */
	Duration timeout() {
		return Duration.ofMillis(this.pingInterval + this.pingTimeout);
	}

}
