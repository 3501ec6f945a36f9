package io.github.crispspring.webhook;

import org.jspecify.annotations.Nullable;

/**
 * Body of a request, exactly as it was received.
 *
 * @param bytes the body, empty if it could not be received
 * @param problem the reason why it could not be received, or {@code null}
 */
record WebhookBody(byte[] bytes, @Nullable WebhookRejection problem) {

	private static final byte[] EMPTY = {};

	/**
	 * Create the body from the bytes that could be read.
	 * @param bytes the bytes
	 * @param declaredLength the content length that the request declares, negative if it
	 * does not
	 * @return the body
	 */
	static WebhookBody of(byte[] bytes, long declaredLength) {
		return (bytes.length < declaredLength) ? consumed() : new WebhookBody(bytes, null);
	}

	static WebhookBody consumed() {
		return new WebhookBody(EMPTY, WebhookRejection.CONSUMED);
	}

	static WebhookBody tooLarge() {
		return new WebhookBody(EMPTY, WebhookRejection.SIZE);
	}

	static WebhookBody unreadable() {
		return new WebhookBody(EMPTY, WebhookRejection.UNREADABLE);
	}

	static WebhookBody timedOut() {
		return new WebhookBody(EMPTY, WebhookRejection.TIMEOUT);
	}

	static WebhookBody outOfCapacity() {
		return new WebhookBody(EMPTY, WebhookRejection.CAPACITY);
	}

}
