package io.github.crispspring.rtm;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a WebSocket handshake fails. It has no stack trace, as Reactor Netty would
 * log the trace of the event loop with every attempt.
 */
final class RtmHandshakeException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient @Nullable Duration retryAfter;

	RtmHandshakeException(String message, @Nullable Duration retryAfter) {
		super(message, null, false, false);
		this.retryAfter = retryAfter;
	}

	/**
	 * Return the minimum delay that the server requests, {@code null} for none.
	 */
	@Nullable Duration retryAfter() {
		return this.retryAfter;
	}

}
