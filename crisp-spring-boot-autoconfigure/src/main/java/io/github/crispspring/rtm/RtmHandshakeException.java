package io.github.crispspring.rtm;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A WebSocket handshake that failed. It has no stack trace: Reactor Netty logs it, and
 * would log the trace of the event loop with every attempt.
 */
final class RtmHandshakeException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient @Nullable Duration retryAfter;

	RtmHandshakeException(String message, @Nullable Duration retryAfter) {
		super(message, null, false, false);
		this.retryAfter = retryAfter;
	}

	/**
	 * Return how long the server requests to wait, {@code null} if it does not.
	 */
	@Nullable Duration retryAfter() {
		return this.retryAfter;
	}

}
