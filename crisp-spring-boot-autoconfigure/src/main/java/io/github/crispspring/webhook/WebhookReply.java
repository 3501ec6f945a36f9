package io.github.crispspring.webhook;

import reactor.core.publisher.Mono;

/**
 * The answer once it is known. A type of its own, so that on both stacks only the
 * handlers of the webhook write it.
 *
 * @param request the request
 * @param requiresBody whether the answer depends on the body of the request
 * @param answer emits the answer; it never fails
 */
record WebhookReply(WebhookRequest request, boolean requiresBody, Mono<WebhookResponse> answer) {

	/**
	 * Determine the answer now, so that its reason is logged even if the connection is
	 * lost and nothing can be written.
	 */
	WebhookReply evaluated() {
		Mono<WebhookResponse> cached = this.answer.cache();
		cached.subscribe();
		return new WebhookReply(this.request, this.requiresBody, cached);
	}

}
