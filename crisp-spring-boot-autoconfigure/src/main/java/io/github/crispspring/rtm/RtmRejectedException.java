package io.github.crispspring.rtm;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when Crisp rejects the credentials, so that a retry cannot succeed.
 */
final class RtmRejectedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	RtmRejectedException(@Nullable String message) {
		super("Crisp responded to the authentication with 'unauthorized'" + ((message != null) ? ": " + message : ""));
	}

}
