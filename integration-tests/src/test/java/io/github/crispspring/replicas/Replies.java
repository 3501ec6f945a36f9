package io.github.crispspring.replicas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Server of Crisp's REST API that records each reply before it responds. A mock server
 * that records requests after the response would miss the last reply of a killed
 * instance.
 */
final class Replies implements AutoCloseable {

	private static final byte[] DISPATCHED = "{\"error\":false,\"reason\":\"dispatched\",\"data\":{\"fingerprint\":1}}"
		.getBytes(StandardCharsets.UTF_8);

	private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();

	private final ExecutorService executor = Executors.newFixedThreadPool(16);

	private final HttpServer server;

	Replies() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::respond);
		this.server.setExecutor(this.executor);
		this.server.start();
	}

	private void respond(HttpExchange exchange) throws IOException {
		try (exchange) {
			String[] content = JsonMapper.shared()
				.readTree(exchange.getRequestBody().readAllBytes())
				.get("content")
				.asString()
				.split(" ");
			this.replies.add(new Reply(Long.parseLong(content[0]), content[1], Instant.now()));
			exchange.sendResponseHeaders(202, DISPATCHED.length);
			exchange.getResponseBody().write(DISPATCHED);
		}
	}

	String url() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	/**
	 * Return the replies by the number of the message, the oldest first.
	 */
	Map<Long, List<Reply>> byMessage() {
		return this.replies.stream().collect(Collectors.groupingBy(Reply::message));
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.executor.shutdownNow();
	}

	/**
	 * Reply to a message.
	 *
	 * @param message the number of the message
	 * @param replica the name of the instance that sent the reply
	 * @param time the time at which it was received
	 */
	record Reply(long message, String replica, Instant time) {

	}

}
