package io.github.crispspring.webhook;

import reactor.core.publisher.Mono;

/**
 * Source of the body of a request, which is read only if the headers of the request are
 * acceptable.
 */
@FunctionalInterface
interface WebhookBodySource {

	/**
	 * Read the body.
	 * @return the body, or the reason why it could not be received; never an error
	 */
	Mono<WebhookBody> read();

}
