package io.github.crispspring.rtm;

import java.time.Duration;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.crispspring.json.CrispJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What the other end says of the connection when it opens. (Its {@code upgrades} do not
 * matter where there is nothing but a WebSocket.)
 *
 * @param pingInterval how often it pings, in milliseconds
 * @param pingTimeout how long after a ping was due the connection is dead, in
 * milliseconds
 * @param maxPayload how many bytes it takes at once, 0 if it did not say
 */
record EngineHandshake(@JsonProperty("pingInterval") long pingInterval, @JsonProperty("pingTimeout") long pingTimeout,
		@JsonProperty("maxPayload") long maxPayload) {

	private static final long ONE_DAY = Duration.ofDays(1).toMillis();

	static EngineHandshake parse(String payload) {
		EngineHandshake handshake = read(payload);
		if (handshake == null || !isSensible(handshake.pingInterval) || !isSensible(handshake.pingTimeout)) {
			throw new RtmProtocolException("The handshake does not say how often pings come");
		}
		return handshake;
	}

	private static @Nullable EngineHandshake read(String payload) {
		try {
			return CrispJson.mapper().readValue(payload, EngineHandshake.class);
		}
		catch (JacksonException ex) {
			throw new RtmProtocolException("The handshake cannot be read");
		}
	}

	private static boolean isSensible(long milliseconds) {
		return milliseconds > 0 && milliseconds <= ONE_DAY;
	}

	/**
	 * How long the connection may go without a ping.
	 */
	Duration silenceLimit() {
		return Duration.ofMillis(this.pingInterval + this.pingTimeout);
	}

}
