package io.github.crispspring.webhook;

import org.jspecify.annotations.Nullable;

/**
 * The body of a request, byte by byte as it was received.
 *
 * @param bytes the body, empty if it could not be read
 * @param problem why it could not be read
 */
record WebhookBody(byte[] bytes, @Nullable WebhookRejection problem) {

	private static final byte[] NOTHING = {};

	/**
	 * What there was to read.
	 * @param bytes the body
	 * @param promised how many bytes the request said it has, negative if it did not
	 * @return the body
	 */
	static WebhookBody of(byte[] bytes, long promised) {
		return (bytes.length < promised) ? consumed() : new WebhookBody(bytes, null);
	}

	static WebhookBody consumed() {
		return new WebhookBody(NOTHING, WebhookRejection.CONSUMED);
	}

	static WebhookBody tooLarge() {
		return new WebhookBody(NOTHING, WebhookRejection.SIZE);
	}

	static WebhookBody unreadable() {
		return new WebhookBody(NOTHING, WebhookRejection.UNREADABLE);
	}

	static WebhookBody late() {
		return new WebhookBody(NOTHING, WebhookRejection.LATE);
	}

	static WebhookBody unaffordable() {
		return new WebhookBody(NOTHING, WebhookRejection.READS);
	}

}
