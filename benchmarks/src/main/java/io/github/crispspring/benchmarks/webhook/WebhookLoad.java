package io.github.crispspring.benchmarks.webhook;

import java.util.ArrayList;
import java.util.List;

import io.netty.buffer.Unpooled;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Sender of signed webhooks on 32 connections.
 */
final class WebhookLoad {

	private static final int CONCURRENCY = 32;

	private final HttpClient client = HttpClient.create(ConnectionProvider.create("hooks", CONCURRENCY));

	private int next;

	/**
	 * Create and sign requests, each with a different message.
	 */
	List<Request> requests(int count) {
		List<Request> requests = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			WebhookRequest hook = new WebhookRequest(this.next++);
			byte[] body = hook.body();
			String timestamp = Long.toString(System.currentTimeMillis());
			requests.add(new Request(body, timestamp, hook.signature(timestamp, body)));
		}
		return requests;
	}

	/**
	 * Send requests to a local port.
	 * @return the latencies in nanoseconds
	 */
	long[] send(int port, String target, List<Request> requests) {
		long[] latencies = new long[requests.size()];
		Flux.range(0, requests.size()).flatMap((i) -> Mono.defer(() -> {
			long begin = System.nanoTime();
			return send(port, target, requests.get(i)).doOnNext((status) -> {
				if (status != 200) {
					throw new IllegalStateException("Unexpected status " + status);
				}
				latencies[i] = System.nanoTime() - begin;
			});
		}), CONCURRENCY).blockLast();
		return latencies;
	}

	private Mono<Integer> send(int port, String target, Request request) {
		return this.client
			.headers((headers) -> headers.set("Content-Type", "application/json")
				.set("X-Crisp-Request-Timestamp", request.timestamp())
				.set("X-Crisp-Signature", request.signature())
				.set("X-Delivery-Attempt-Count", "1"))
			.post()
			.uri(uri(port, target))
			.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(request.body())))
			.responseSingle((response, content) -> content.thenReturn(response.status().code())
				.defaultIfEmpty(response.status().code()));
	}

	/**
	 * Request a number from a local port.
	 */
	long number(int port, String target) {
		return this.client.get()
			.uri(uri(port, target))
			.responseSingle((response, content) -> content.asString())
			.map(Long::parseLong)
			.blockOptional()
			.orElseThrow();
	}

	private static String uri(int port, String target) {
		return "http://127.0.0.1:" + port + target;
	}

	/**
	 * A signed request.
	 *
	 * @param body the body
	 * @param timestamp the timestamp that is signed with it
	 * @param signature the signature
	 */
	record Request(byte[] body, String timestamp, String signature) {

	}

}
