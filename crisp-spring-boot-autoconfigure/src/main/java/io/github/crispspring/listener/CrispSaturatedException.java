package io.github.crispspring.listener;

/**
 * No more events can be accepted now, because as many as allowed wait or are being
 * handled, because duplicates cannot be recognised, or because the application is
 * stopping. The event was not accepted.
 */
public final class CrispSaturatedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	CrispSaturatedException(String message) {
		super(message);
	}

}
