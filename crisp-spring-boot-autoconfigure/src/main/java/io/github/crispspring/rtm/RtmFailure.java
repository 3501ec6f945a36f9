package io.github.crispspring.rtm;

import java.time.Duration;

import io.github.crispspring.client.CrispApiException;
import io.github.crispspring.client.CrispAuthenticationException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import org.jspecify.annotations.Nullable;

/**
 * Why there is no connection, and what follows from it.
 *
 * @param reason the reason, in words
 * @param refused whether the credentials were refused, so that trying again is of no use
 * @param retryAfter how long Crisp asks to wait, if it does
 */
record RtmFailure(String reason, boolean refused, @Nullable Duration retryAfter) {

	/**
	 * Reason of an error response that does not come from Crisp.
	 */
	private static final String NO_ENVELOPE = "http_error";

	static RtmFailure of(Throwable failure) {
		Throwable cause = (failure instanceof RtmConnectException && failure.getCause() != null) ? failure.getCause()
				: failure;
		return new RtmFailure(reason(failure), isRefused(cause), retryAfter(cause));
	}

	/**
	 * Only Crisp knows its credentials: a proxy that answers 401 or 403 means its own.
	 */
	private static boolean isRefused(Throwable cause) {
		return cause instanceof RtmRejectedException
				|| (cause instanceof CrispAuthenticationException answer && isFromCrisp(answer));
	}

	/**
	 * Return whether an error response has the envelope of Crisp.
	 */
	static boolean isFromCrisp(CrispApiException answer) {
		return !NO_ENVELOPE.equals(answer.getReason());
	}

	static @Nullable Duration retryAfter(Throwable cause) {
		if (cause instanceof CrispApiException answer) {
			return answer.getRetryAfter();
		}
		return (cause instanceof RtmHandshakeException handshake) ? handshake.retryAfter() : null;
	}

	private static String reason(Throwable failure) {
		if (failure instanceof CorruptedWebSocketFrameException || failure instanceof TooLongFrameException) {
			return failure.getMessage() + " ('crisp.rtm.max-frame-size' is the largest size of a message)";
		}
		String message = failure.getMessage();
		return (message != null) ? message.strip() : failure.getClass().getSimpleName();
	}

}
