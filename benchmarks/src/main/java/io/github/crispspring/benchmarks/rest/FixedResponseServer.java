package io.github.crispspring.benchmarks.rest;

import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

/**
 * Server that responds to every call as if a message was sent.
 */
public final class FixedResponseServer {

	private FixedResponseServer() {
	}

	/**
	 * Run until the process is killed.
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
