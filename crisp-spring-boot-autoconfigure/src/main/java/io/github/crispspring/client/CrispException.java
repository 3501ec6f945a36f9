package io.github.crispspring.client;

import org.jspecify.annotations.Nullable;

/**
 * Base class of the exceptions for failed calls of Crisp's REST API. The subclasses
 * distinguish an error reported by Crisp ({@link CrispApiException}), a missing response
 * ({@link CrispTransportException}) and a response that cannot be parsed
 * ({@link CrispUnreadableResponseException}).
 * <p>
 * Messages contain the route, but neither credentials nor texts of a conversation.
 */
public abstract class CrispException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	CrispException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
