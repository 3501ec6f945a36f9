package io.github.crispspring.benchmarks.webhook;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

import io.github.crispspring.benchmarks.ChildProcess;
import io.github.crispspring.benchmarks.Figures;
import io.netty.buffer.Unpooled;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.resources.ConnectionProvider;

/**
 * Measures the cost of a signed webhook for the process that receives it: an empty
 * controller, the webhook of the starter, or a Node.js server with the official client.
 */
public final class WebhookCost {

	private static final int CONCURRENCY = 32;

	/**
	 * Number of warm-up rounds with the same number of requests.
	 */
	private static final int WARM_UPS = 3;

	private static final int REQUESTS = 50_000;

	private final reactor.netty.http.client.HttpClient client = reactor.netty.http.client.HttpClient
		.create(ConnectionProvider.create("hooks", CONCURRENCY));

	private int next;

	private WebhookCost() {
	}

	/**
	 * Measure.
	 * @param args the stack ({@code servlet}, {@code reactive} or {@code node}) and, for
	 * Node.js, the script
	 * @throws Exception if the measurement fails
	 */
	public static void main(String[] args) throws Exception {
		WebhookCost cost = new WebhookCost();
		if (args[0].equals("node")) {
			cost.node(args[1]);
		}
		else {
			cost.spring(args[0]);
		}
		System.exit(0);
	}

	private void node(String script) throws Exception {
		int port = ChildProcess.freePort();
		try (ChildProcess server = ChildProcess.start(port,
				List.of("node", script, Integer.toString(port), WebhookRequest.SECRET))) {
			measure("hook", "Node, crisp-api", server, port, "/");
		}
	}

	private void spring(String type) throws Exception {
		String name = type.equals("servlet") ? "Tomcat" : "Netty";
		spring(name + ", empty controller", type, "after-handling", "/empty");
		spring(name + ", after-handling", type, "after-handling", "/crisp/webhook");
		spring(name + ", on-receipt", type, "on-receipt", "/crisp/webhook");
	}

	private void spring(String subject, String type, String acknowledge, String target) throws Exception {
		int port = ChildProcess.freePort();
		try (ChildProcess server = ChildProcess.start(LoadApplication.class, port,
				"--spring.main.web-application-type=" + type, "--spring.main.banner-mode=off",
				"--logging.level.root=warn", "--crisp.webhook.secrets=" + WebhookRequest.SECRET,
				"--crisp.webhook.acknowledge=" + acknowledge)) {
			measure("hook", subject, server, port, target);
		}
	}

	private void measure(String path, String subject, ChildProcess server, int port, String target) throws Exception {
		for (int i = 0; i < WARM_UPS; i++) {
			send(port, target, requests());
		}
		List<Request> requests = requests();
		long allocated = allocated(port, target);
		long cpu = server.cpuNanos();
		long begin = System.nanoTime();
		long[] latencies = send(port, target, requests);
		double seconds = (System.nanoTime() - begin) / 1e9;
		double cost = (server.cpuNanos() - cpu) / 1e3 / REQUESTS;
		String bytes = (allocated < 0) ? "-" : Long.toString((allocated(port, target) - allocated) / REQUESTS);
		Figures.print(path, subject, cost, REQUESTS / seconds, latencies, bytes,
				Figures.residentMemory(Long.toString(server.pid())));
	}

	private static long allocated(int port, String target) throws Exception {
		if (target.equals("/")) {
			return -1;
		}
		return Long.parseLong(HttpClient.newHttpClient()
			.send(java.net.http.HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/allocated")).build(),
					BodyHandlers.ofString())
			.body());
	}

	private List<Request> requests() {
		List<Request> requests = new ArrayList<>(REQUESTS);
		for (int i = 0; i < REQUESTS; i++) {
			WebhookRequest hook = new WebhookRequest(this.next++);
			byte[] body = hook.body();
			String timestamp = Long.toString(System.currentTimeMillis());
			requests.add(new Request(body, timestamp, hook.signature(timestamp, body)));
		}
		return requests;
	}

	private long[] send(int port, String target, List<Request> requests) {
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
			.uri("http://127.0.0.1:" + port + target)
			.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(request.body())))
			.responseSingle((response, content) -> content.thenReturn(response.status().code())
				.defaultIfEmpty(response.status().code()));
	}

	private record Request(byte[] body, String timestamp, String signature) {

	}

}
