package io.github.crispspring.replicas;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.crispspring.signature.CrispSignature;
import io.github.crispspring.testsupport.WaitLimit;

/**
 * Sender of webhooks, as they arrive through a load balancer: each is sent to a random
 * instance, some are sent to two instances, and all are retried until acknowledged.
 */
final class HookSender {

	static final String SECRET = "914a657d8cc2efbc20593f1806f9bde2";

	private static final CrispSignature SIGNATURE = new CrispSignature(SECRET);

	private static final Executor LATER = CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);

	private final HttpClient http = HttpClient.newHttpClient();

	private final Random random;

	private final Cluster cluster;

	private final List<CompletableFuture<Void>> deliveries = new ArrayList<>();

	private final AtomicInteger acknowledged = new AtomicInteger();

	private final Map<String, AtomicInteger> responses = new ConcurrentHashMap<>();

	/**
	 * Create a sender.
	 * @param random the source of random decisions
	 * @param cluster the receiving instances
	 */
	HookSender(Random random, Cluster cluster) {
		this.random = random;
		this.cluster = cluster;
	}

	/**
	 * Send a message.
	 * @param number the unique number of the message
	 */
	void send(long number) {
		this.deliveries.add(deliver(number));
		if (this.random.nextInt(4) == 0) {
			this.deliveries.add(deliver(number));
		}
	}

	/**
	 * Return the number of acknowledged deliveries.
	 */
	int acknowledged() {
		return this.acknowledged.get();
	}

	/**
	 * Return the number of responses by their status and body.
	 */
	Map<String, AtomicInteger> responses() {
		return this.responses;
	}

	/**
	 * Wait until all deliveries are acknowledged.
	 */
	void await() {
		CompletableFuture.allOf(this.deliveries.toArray(CompletableFuture[]::new))
			.orTimeout(WaitLimit.SECONDS, TimeUnit.SECONDS)
			.join();
	}

	private CompletableFuture<Void> deliver(long number) {
		return this.http.sendAsync(request(number), BodyHandlers.ofString())
			.handle((response, failure) -> failure == null && isAcknowledged(response))
			.thenCompose((done) -> done ? CompletableFuture.completedFuture(null)
					: CompletableFuture.supplyAsync(() -> deliver(number), LATER).thenCompose((again) -> again));
	}

	private boolean isAcknowledged(HttpResponse<String> response) {
		this.responses.computeIfAbsent(response.statusCode() + " " + response.body(), (ignored) -> new AtomicInteger())
			.incrementAndGet();
		boolean acknowledged = response.statusCode() == 200;
		if (acknowledged) {
			this.acknowledged.incrementAndGet();
		}
		return acknowledged;
	}

	private HttpRequest request(long number) {
		int port = this.cluster.any(this.random).replica().port();
		byte[] body = """
				{"website_id":"w","event":"message:send","timestamp":1632396148646,"data":{"type":"text","from":"user",\
				"origin":"chat","content":"Hello","timestamp":1632396148646,"fingerprint":%d,"website_id":"w",\
				"session_id":"session_%d","user":{"nickname":"visitor","user_id":"u"}}}"""
			.formatted(number, number % 50)
			.getBytes(StandardCharsets.UTF_8);
		String timestamp = Long.toString(System.currentTimeMillis());
		return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/crisp/webhook"))
			.timeout(WaitLimit.DURATION)
			.header("Content-Type", "application/json")
			.header("X-Crisp-Request-Timestamp", timestamp)
			.header("X-Crisp-Signature", SIGNATURE.sign(timestamp, body))
			.header("X-Delivery-Attempt-Count", "1")
			.POST(HttpRequest.BodyPublishers.ofByteArray(body))
			.build();
	}

}
