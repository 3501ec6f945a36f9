package io.github.crispspring.embedded;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntUnaryOperator;

import io.netty.handler.codec.http.HttpHeaders;
import org.awaitility.Awaitility;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The endpoint of an application that receives webhooks.
 */
final class WebhookReceiver implements AutoCloseable {

	private final List<Request> requests = new CopyOnWriteArrayList<>();

	private final DisposableServer server;

	/**
	 * Start the endpoint.
	 * @param status the status of the response to the n-th request, from 1
	 */
	WebhookReceiver(IntUnaryOperator status) {
		this.server = HttpServer.create()
			.host(InetAddress.getLoopbackAddress().getHostAddress())
			.port(0)
			.handle((request, response) -> request.receive().aggregate().asByteArray().flatMap((body) -> {
				HttpHeaders headers = request.requestHeaders().copy();
				this.requests.add(new Request(request.uri(), headers, body));
				return response.status(status.applyAsInt(this.requests.size())).send();
			}).switchIfEmpty(Mono.empty()))
			.bindNow();
	}

	URI url() {
		return URI.create("http://localhost:" + this.server.port() + "/crisp/webhook");
	}

	List<Request> await(int count) {
		Awaitility.await().until(() -> this.requests.size() >= count);
		return this.requests;
	}

	List<Request> requests() {
		return this.requests;
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

	record Request(String uri, HttpHeaders headers, byte[] body) {

		JsonNode json() {
			return JsonMapper.shared().readTree(this.body);
		}

		String event() {
			return json().path("event").asString();
		}

		String text() {
			return new String(this.body, StandardCharsets.UTF_8);
		}

	}

}
