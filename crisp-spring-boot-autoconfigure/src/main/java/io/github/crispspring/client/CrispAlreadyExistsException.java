package io.github.crispspring.client;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;

/**
 * Exception thrown when something cannot be created because it already exists (409), such
 * as the profile of a person with the same email address.
 */
public final class CrispAlreadyExistsException extends CrispApiException {

	private static final long serialVersionUID = 1L;

	CrispAlreadyExistsException(CrispRoute route, HttpStatusCode status, String reason, @Nullable String detail,
			@Nullable Duration retryAfter) {
		super(route, status, reason, detail, retryAfter);
	}

}
