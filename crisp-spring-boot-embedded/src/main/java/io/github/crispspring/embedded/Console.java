package io.github.crispspring.embedded;

import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * The console: what the page of the embedded Crisp is made of.
 */
final class Console {

	private final EmbeddedCrisp crisp;

	Console(EmbeddedCrisp crisp) {
		this.crisp = crisp;
	}

	Mono<Void> handle(HttpServerRequest request, HttpServerResponse response) {
		response.status(404);
		return response.send();
	}

}
