package io.github.crispspring.webhook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

import io.github.crispspring.signature.CrispSignature;
import io.github.crispspring.testsupport.WaitLimit;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.servlet.ServletWebServerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Server with a webhook endpoint, and client that sends webhooks to it.
 */
final class WebhookServer implements AutoCloseable {

	static final String SECRET = "the secret";

	static final String KEY = "swordfish & chips";

	private static final AtomicLong FINGERPRINTS = new AtomicLong(1);

	private final HttpClient http = HttpClient.newHttpClient();

	private final ConfigurableApplicationContext context;

	private WebhookServer(ConfigurableApplicationContext context) {
		this.context = context;
	}

	static WebhookServer start(Kind kind, Class<?>[] sources, String... properties) {
		return start(kind, WebhookApplication.class, sources, properties);
	}

	static WebhookServer start(Kind kind, Class<?> application, Class<?>[] sources, String... properties) {
		List<Class<?>> all = new ArrayList<>(List.of(sources));
		all.add(application);
		if (kind == Kind.JETTY) {
			all.add(Jetty.class);
		}
		return new WebhookServer(new SpringApplicationBuilder(all.toArray(Class<?>[]::new)).web(kind.type)
			.properties("server.port=0", "spring.main.banner-mode=off",
					"spring.reactor.netty.shutdown-quiet-period=10ms", "crisp.webhook.acknowledge-timeout=90s",
					"crisp.webhook.secrets=old secret," + SECRET, "crisp.webhook.key=" + KEY)
			.run(Arrays.stream(properties).map("--"::concat).toArray(String[]::new)));
	}

	WebhookApplication application() {
		return this.context.getBean(WebhookApplication.class);
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	String server() {
		return ((WebServerApplicationContext) this.context).getWebServer().getClass().getSimpleName();
	}

	int port() {
		return ((WebServerApplicationContext) this.context).getWebServer().getPort();
	}

	/**
	 * Return the body of a unique webhook.
	 */
	static byte[] webhook() {
		return """
				{"website_id":"w","event":"message:send","timestamp":1632396148743,"data":{"website_id":"w",
				"session_id":"s%1$d","type":"text","content":"Hi","from":"user","origin":"chat","stamped":true,
				"timestamp":1632396148646,"fingerprint":%1$d,"user":{"nickname":"visitor"}}}"""
			.formatted(FINGERPRINTS.getAndIncrement())
			.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Return a unique webhook as a request whose body is available with its headers.
	 */
	static byte[] rawWebhook() {
		byte[] webhook = webhook();
		return ("POST /crisp/webhook HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
				+ webhook.length + "\r\n" + SlowRequest.headers(webhook) + "\r\n"
				+ new String(webhook, StandardCharsets.UTF_8))
			.getBytes(StandardCharsets.UTF_8);
	}

	HttpResponse<String> send(byte[] body) throws Exception {
		return send("/crisp/webhook", signed(body));
	}

	HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> request) throws Exception {
		// A connection that the server closes after a response must not be reused
		return HttpClient.newHttpClient().send(request(path, request), BodyHandlers.ofString());
	}

	CompletableFuture<HttpResponse<String>> sendAsync(byte[] body) {
		return this.http.sendAsync(request("/crisp/webhook", signed(body)), BodyHandlers.ofString());
	}

	/**
	 * Send bytes, which may be a malformed request, over a new connection. The server may
	 * respond and close the connection before it has read all of them.
	 * @return what the server sends until it closes the connection
	 */
	String sendRaw(byte[] request) throws IOException {
		try (Socket socket = new Socket("localhost", port())) {
			socket.setSoTimeout((int) WaitLimit.DURATION.toMillis());
			ByteArrayOutputStream response = new ByteArrayOutputStream();
			try {
				socket.getOutputStream().write(request);
				socket.shutdownOutput();
			}
			catch (SocketException ex) {
				// It has closed the connection
			}
			try {
				socket.getInputStream().transferTo(response);
			}
			catch (SocketException ex) {
				// It has reset the connection after its response
			}
			return response.toString(StandardCharsets.ISO_8859_1);
		}
	}

	CompletableFuture<String> sendRawAsync(byte[] request) {
		return Mono.fromCallable(() -> sendRaw(request)).subscribeOn(Schedulers.boundedElastic()).toFuture();
	}

	private HttpRequest request(String path, UnaryOperator<HttpRequest.Builder> request) {
		URI uri = URI.create("http://localhost:" + port() + path);
		return request.apply(HttpRequest.newBuilder(uri).header("Content-Type", "application/json")).build();
	}

	static UnaryOperator<HttpRequest.Builder> unsigned(byte[] body) {
		return (request) -> request.POST(BodyPublishers.ofByteArray(body));
	}

	static UnaryOperator<HttpRequest.Builder> signed(byte[] body) {
		return signed(body, Long.toString(WebhookApplication.NOW.toEpochMilli()));
	}

	static UnaryOperator<HttpRequest.Builder> signed(byte[] body, String timestamp) {
		return (request) -> request.POST(BodyPublishers.ofByteArray(body))
			.header("X-Crisp-Request-Timestamp", timestamp)
			.header("X-Crisp-Signature", new CrispSignature(SECRET).sign(timestamp, body))
			.header("X-Delivery-Attempt-Count", "3");
	}

	@Override
	public void close() {
		this.context.close();
	}

	/**
	 * Web server to run a test on.
	 */
	enum Kind {

		TOMCAT(WebApplicationType.SERVLET), JETTY(WebApplicationType.SERVLET), NETTY(WebApplicationType.REACTIVE);

		private final WebApplicationType type;

		Kind(WebApplicationType type) {
			this.type = type;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Jetty {

		@Bean
		ServletWebServerFactory jetty() {
			return new JettyServletWebServerFactory();
		}

	}

}
