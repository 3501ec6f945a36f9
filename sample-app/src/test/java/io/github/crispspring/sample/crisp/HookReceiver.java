package io.github.crispspring.sample.crisp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.awaitility.Awaitility.await;

/**
 * HTTP server that receives webhooks like a bot.
 */
final class HookReceiver implements AutoCloseable {

	private final List<Hook> hooks = new CopyOnWriteArrayList<>();

	private final AtomicInteger failures = new AtomicInteger();

	private final HttpServer server;

	HookReceiver() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/hook", this::receive);
		this.server.start();
	}

	URI url() {
		return URI.create("http://localhost:" + this.server.getAddress().getPort() + "/hook");
	}

	void failNext() {
		this.failures.set(1);
	}

	List<Hook> hooks() {
		return this.hooks;
	}

	long count(String event) {
		return this.hooks.stream().filter((hook) -> hook.event().equals(event)).count();
	}

	Hook awaitHook(String event) {
		await().until(() -> count(event) > 0);
		return this.hooks.stream().filter((hook) -> hook.event().equals(event)).findFirst().orElseThrow();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void receive(HttpExchange exchange) throws IOException {
		this.hooks.add(new Hook(exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes()));
		boolean fails = this.failures.getAndUpdate((left) -> Math.max(0, left - 1)) > 0;
		exchange.sendResponseHeaders(fails ? 500 : 200, -1);
		exchange.close();
	}

	/**
	 * Webhook as it was received.
	 *
	 * @param headers the headers
	 * @param body the body
	 */
	record Hook(Headers headers, byte[] body) {

		String header(String name) {
			return this.headers.getFirst(name);
		}

		String text() {
			return new String(this.body, StandardCharsets.UTF_8);
		}

		JsonNode json() {
			return JsonMapper.shared().readTree(text());
		}

		String event() {
			return json().path("event").asString();
		}

	}

}
