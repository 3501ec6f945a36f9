package io.github.crispspring.client;

import org.jspecify.annotations.Nullable;

/**
 * A call to Crisp failed. The kinds tell whether Crisp refused it
 * ({@link CrispApiException}), could not be reached ({@link CrispTransportException}) or
 * answered something that cannot be read ({@link CrispUnreadableResponseException}).
 * <p>
 * Messages name the route, never the credentials or what was written in a conversation.
 */
public abstract class CrispException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	CrispException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
