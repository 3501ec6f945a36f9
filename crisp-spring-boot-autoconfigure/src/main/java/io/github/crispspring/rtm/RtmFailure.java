package io.github.crispspring.rtm;

import java.time.Duration;

import io.github.crispspring.client.CrispApiException;
import io.github.crispspring.client.CrispAuthenticationException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import org.jspecify.annotations.Nullable;

/**
 * Reason why a connection failed, and its consequence.
 *
 * @param reason the reason
 * @param rejected whether the credentials were rejected, so that a retry cannot succeed
 * @param retryAfter the minimum delay that Crisp requests, {@code null} for none
 */
record RtmFailure(String reason, boolean rejected, @Nullable Duration retryAfter) {

	/**
	 * Reason of an error response that is not from Crisp.
	 */
	private static final String NO_ENVELOPE = "http_error";

	/**
	 * Create a failure from an exception.
	 */
	static RtmFailure of(Throwable failure) {
		Throwable cause = (failure instanceof RtmConnectException && failure.getCause() != null) ? failure.getCause()
				: failure;
		return new RtmFailure(reason(failure), isRejected(cause), retryAfter(cause));
	}

	/**
	 * A response 401 or 403 of a proxy refers to the credentials of the proxy.
	 */
	private static boolean isRejected(Throwable cause) {
		return cause instanceof RtmRejectedException
				|| (cause instanceof CrispAuthenticationException response && isFromCrisp(response));
	}

	/**
	 * Return whether an error response has the envelope of Crisp.
	 */
	static boolean isFromCrisp(CrispApiException response) {
		return !NO_ENVELOPE.equals(response.getReason());
	}

	/**
	 * Return the minimum delay that Crisp requests, {@code null} for none.
	 */
	static @Nullable Duration retryAfter(Throwable cause) {
		if (cause instanceof CrispApiException response) {
			return response.getRetryAfter();
		}
		return (cause instanceof RtmHandshakeException handshake) ? handshake.retryAfter() : null;
	}

	private static String reason(Throwable failure) {
		if (failure instanceof CorruptedWebSocketFrameException || failure instanceof TooLongFrameException) {
			return failure.getMessage() + " (increase 'crisp.rtm.max-frame-size' if Crisp sends larger messages)";
		}
		String message = failure.getMessage();
		return (message != null) ? message.strip() : failure.getClass().getSimpleName();
	}

}
