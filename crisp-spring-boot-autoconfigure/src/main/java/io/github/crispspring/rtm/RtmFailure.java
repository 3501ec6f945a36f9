package io.github.crispspring.rtm;

import java.time.Duration;

import io.github.crispspring.client.CrispApiException;
import io.github.crispspring.client.CrispAuthenticationException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Why there is no connection, and what follows from it.
 *
 * @param reason the reason, in words
 * @param refused whether the credentials were refused, so that trying again is of no use
 * @param retryAfter how long Crisp asks to wait, if it does
 */
record RtmFailure(String reason, boolean refused, @Nullable Duration retryAfter) {

	static RtmFailure of(Throwable failure) {
		if (failure instanceof CrispApiException answer) {
			return new RtmFailure(reason(answer), answer instanceof CrispAuthenticationException,
					answer.getRetryAfter());
		}
		if (failure instanceof WebSocketClientHandshakeException handshake && handshake.response() != null) {
			return answered(handshake.response().status().code(),
					handshake.response().headers().get(HttpHeaderNames.RETRY_AFTER));
		}
		return new RtmFailure(reason(failure), failure instanceof RtmRefusedException, null);
	}

	private static RtmFailure answered(int status, @Nullable String retryAfter) {
		return new RtmFailure("The WebSocket was answered " + status, status == 401 || status == 403,
				seconds(retryAfter));
	}

	/**
	 * A date is not obeyed: nothing is known of the clock it is read from.
	 */
	private static @Nullable Duration seconds(@Nullable String header) {
		boolean number = header != null && header.matches("\\d{1,9}");
		return number ? Duration.ofSeconds(Long.parseLong(header)) : null;
	}

	private static String reason(Throwable failure) {
		if (failure instanceof CorruptedWebSocketFrameException || failure instanceof TooLongFrameException) {
			return failure.getMessage() + " ('crisp.rtm.max-frame-size' is the largest size of a message)";
		}
		String message = failure.getMessage();
		return (message != null) ? message : failure.getClass().getSimpleName();
	}

}
