package io.github.crispspring.rtm;

import org.jspecify.annotations.Nullable;

/**
 * Crisp refused the credentials: trying again with the same ones is of no use.
 */
final class RtmRejectedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	RtmRejectedException(@Nullable String message) {
		super("The authentication was answered 'unauthorized'" + ((message != null) ? ": " + message : ""));
	}

}
