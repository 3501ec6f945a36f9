package io.github.crispspring.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when an event is not accepted: the queue has no capacity left,
 * duplicates cannot be detected, or the application is stopping. No listener received the
 * event.
 */
public final class CrispEventRejectedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	CrispEventRejectedException(Reason reason, String message, @Nullable Throwable cause) {
		super(message, cause);
		this.reason = reason;
	}

	/**
	 * Return why the event is not accepted.
	 * @return the reason
	 */
	public Reason getReason() {
		return this.reason;
	}

	/**
	 * Reasons why an event is not accepted.
	 */
	public enum Reason {

		/**
		 * The queue has no capacity left, or the application is stopping.
		 */
		CAPACITY,

		/**
		 * Duplicates cannot be detected at present.
		 */
		DEDUPLICATION

	}

}
