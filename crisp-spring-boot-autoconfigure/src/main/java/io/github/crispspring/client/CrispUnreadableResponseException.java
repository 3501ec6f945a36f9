package io.github.crispspring.client;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;

/**
 * Exception thrown when a response cannot be parsed as a response of the route, for
 * example because a proxy sent it, or when its type cannot be created. The call may have
 * been carried out.
 */
public final class CrispUnreadableResponseException extends CrispException {

	private static final long serialVersionUID = 1L;

	private final HttpStatusCode statusCode;

	CrispUnreadableResponseException(CrispRoute route, HttpStatusCode status, String problem,
			@Nullable Throwable cause) {
		super("The response to %s with status %d cannot be parsed: %s".formatted(route, status.value(), problem),
				cause);
		this.statusCode = status;
	}

	/**
	 * Return the HTTP status code of the response.
	 * @return the status code
	 */
	public HttpStatusCode getStatusCode() {
		return this.statusCode;
	}

}
