package io.github.crispspring.webhook;

/**
 * Why a request was refused. The sender is not told more than the answer; the operator of
 * the application is told the reason.
 */
enum WebhookRejection {

	VERB(WebhookResponse.NOT_ALLOWED, "it is not a POST"),

	MEDIA_TYPE(WebhookResponse.NOT_JSON, "its Content-Type is not 'application/json'"),

	SIZE(WebhookResponse.TOO_LARGE, "its body is larger than 'crisp.webhook.max-body-size'"),

	UNREADABLE(WebhookResponse.MALFORMED, "its body did not arrive"),

	LATE(WebhookResponse.TIMED_OUT, "its body did not arrive within 'crisp.webhook.read-timeout'"),

	READS(WebhookResponse.SATURATED, "too many bodies are being received at the same time"),

	CONSUMED(WebhookResponse.UNPROVEN,
			"its body is not there any more, so that it cannot be verified: a filter has read it. "
					+ "Exclude the path of the web hook from that filter, or let it pass on a request whose body can be read again"),

	UNSIGNED(WebhookResponse.UNPROVEN, "it has neither a signature nor, where 'crisp.webhook.key' is set, a key"),

	SIGNATURE(WebhookResponse.UNPROVEN, "its signature fits none of 'crisp.webhook.secrets'"),

	AGE(WebhookResponse.UNPROVEN,
			"its timestamp is malformed, or further from now than 'crisp.webhook.timestamp-tolerance'; is the clock right?"),

	KEY(WebhookResponse.UNPROVEN, "its key is not that of 'crisp.webhook.key'"),

	CONTENT(WebhookResponse.MALFORMED, "its body is not an event"),

	SATURATION(WebhookResponse.SATURATED,
			"too many events are waiting ('crisp.listener.queue-capacity'), or the application is stopping"),

	UNFINISHED(WebhookResponse.UNFINISHED, "its listeners take longer than 'crisp.webhook.acknowledge-timeout', "
			+ "and 'crisp.webhook.acknowledge' is 'after-handling-only'");

	private final WebhookResponse answer;

	private final String reason;

	WebhookRejection(WebhookResponse answer, String reason) {
		this.answer = answer;
		this.reason = reason;
	}

	WebhookResponse answer() {
		return this.answer;
	}

	String reason() {
		return this.reason;
	}

}
