package io.github.crispspring.dispatch;

/**
 * Exception thrown when an event is not accepted: the queue has no capacity left,
 * duplicates cannot be detected, or the application is stopping. No listener received the
 * event.
 */
public final class CrispEventRejectedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	CrispEventRejectedException(String message) {
		super(message);
	}

}
