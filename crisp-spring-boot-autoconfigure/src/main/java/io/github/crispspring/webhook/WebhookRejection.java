package io.github.crispspring.webhook;

/**
 * Reasons to reject a request. The reason is logged and counted. The sender receives the
 * response only.
 */
enum WebhookRejection {

	METHOD(WebhookResponse.METHOD_NOT_ALLOWED, "the method is not POST"),

	MEDIA_TYPE(WebhookResponse.UNSUPPORTED_MEDIA_TYPE, "the Content-Type is not 'application/json'"),

	SIZE(WebhookResponse.TOO_LARGE, "the body is larger than 'crisp.webhook.max-body-size'"),

	UNREADABLE(WebhookResponse.MALFORMED, "the body could not be received"),

	TIMEOUT(WebhookResponse.TIMED_OUT, "the body was not received within 'crisp.webhook.read-timeout'"),

	CAPACITY(WebhookResponse.SATURATED, "too many bodies are being received at the same time"),

	CONSUMED(WebhookResponse.UNVERIFIED, "the body cannot be verified, as a filter has already read it. "
			+ "Exclude the path of the webhook from the filter, or let the filter pass on a request whose body can be read again"),

	UNSIGNED(WebhookResponse.UNVERIFIED,
			"the request has neither a signature nor a key, or a key without 'crisp.webhook.key' being set"),

	SIGNATURE(WebhookResponse.UNVERIFIED,
			"the signature is invalid or does not match 'crisp.webhook.secret' and 'crisp.webhook.secrets'"),

	AGE(WebhookResponse.UNVERIFIED,
			"the timestamp is malformed or differs from the current time by more than 'crisp.webhook.timestamp-tolerance'. Check the system clock"),

	KEY(WebhookResponse.UNVERIFIED, "the key does not match 'crisp.webhook.key'"),

	CONTENT(WebhookResponse.MALFORMED, "the body is not an event"),

	SATURATION(WebhookResponse.SATURATED,
			"the event is not accepted: the queue has no capacity left ('crisp.listener.queue-capacity' or 'crisp.listener.queue-size'), or the application is stopping"),

	DEDUPLICATION(WebhookResponse.UNAVAILABLE,
			"the event is not accepted, as the duplicate store is unavailable. Events are accepted again when it recovers"),

	UNFINISHED(WebhookResponse.UNFINISHED, "the listeners take longer than 'crisp.webhook.acknowledge-timeout', "
			+ "and 'crisp.webhook.acknowledge' is 'after-handling-only'");

	private final WebhookResponse response;

	private final String reason;

	WebhookRejection(WebhookResponse response, String reason) {
		this.response = response;
		this.reason = reason;
	}

	WebhookResponse response() {
		return this.response;
	}

	String reason() {
		return this.reason;
	}

}
