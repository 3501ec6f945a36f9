package io.github.crispspring.listener;

/**
 * No more events can be accepted now, because as many as allowed wait or are being
 * handled. The event was not accepted.
 */
public final class CrispSaturatedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	CrispSaturatedException(int capacity) {
		super("%d events are waiting or being handled, which is as many as 'crisp.listener.queue-capacity' allows"
			.formatted(capacity));
	}

}
