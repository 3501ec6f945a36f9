package io.github.crispspring.webhook;

import reactor.core.publisher.Mono;

/**
 * Result of a request.
 *
 * @param request the request
 * @param requiresBody whether the response depends on the body of the request
 * @param response the response when it is available; never an error
 */
record WebhookResult(WebhookRequest request, boolean requiresBody, Mono<WebhookResponse> response) {

	/**
	 * Determine the response now, so that its reason is logged even if the connection is
	 * lost and nothing can be written.
	 */
	WebhookResult evaluated() {
		Mono<WebhookResponse> cached = this.response.cache();
		cached.subscribe();
		return new WebhookResult(this.request, this.requiresBody, cached);
	}

}
