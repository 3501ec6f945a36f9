package io.github.crispspring.benchmarks.rest;

import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

/**
 * A server that gives every call the answer of a message that was sent.
 */
public final class FixedAnswer {

	private FixedAnswer() {
	}

	/**
	 * Serve until the process is ended.
	 * @param args the port
	 */
	public static void main(String[] args) {
		HttpServer.create()
			.host("127.0.0.1")
			.port(Integer.parseInt(args[0]))
			.handle((request, response) -> request.receive()
				.then()
				.then(response.status(202).header("Content-Type", "application/json").sendString(Mono.just("""
						{"error":false,"reason":"dispatched","data":{"fingerprint":163239614854320}}""")).then()))
			.bindNow()
			.onDispose()
			.block();
	}

}
