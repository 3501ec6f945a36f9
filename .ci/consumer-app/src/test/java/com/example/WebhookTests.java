package com.example;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpServer;
import io.github.crispspring.signature.CrispSignature;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookTests {

	@Test
	void signedWebhookIsRepliedToByRest() throws Exception {
		BlockingQueue<String> calls = new LinkedBlockingQueue<>();
		HttpServer crisp = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
		crisp.createContext("/", (exchange) -> {
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body + " "
					+ exchange.getRequestHeaders().getFirst("User-Agent"));
			byte[] answer = "{\"error\":false,\"reason\":\"dispatched\",\"data\":{\"fingerprint\":1}}".getBytes();
			exchange.sendResponseHeaders(202, answer.length);
			exchange.getResponseBody().write(answer);
			exchange.close();
		});
		crisp.start();
		try (ConfigurableApplicationContext context = SpringApplication.run(Application.class, "--server.port=0",
				"--crisp.identifier=identifier", "--crisp.key=key", "--crisp.webhook.secrets=secret",
				"--crisp.rest.base-url=http://localhost:" + crisp.getAddress().getPort())) {
			assertThat(context.getBeanNamesForType(Executor.class)).as("Spring Boot's own executor")
				.containsExactly("applicationTaskExecutor");
			byte[] hook = """
					{"website_id":"w","event":"message:send","timestamp":1,"data":{"website_id":"w","session_id":"s",
					"type":"text","content":"Hi","from":"user","fingerprint":1}}""".getBytes(StandardCharsets.UTF_8);
			String now = Long.toString(System.currentTimeMillis());
			int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
			HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/crisp/webhook"))
				.header("Content-Type", "application/json")
				.header("X-Crisp-Request-Timestamp", now)
				.header("X-Crisp-Signature", new CrispSignature("secret").sign(now, hook))
				.POST(HttpRequest.BodyPublishers.ofByteArray(hook))
				.build();
			assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
			assertThat(calls.poll(90, TimeUnit.SECONDS)).startsWith("POST /v1/website/w/conversation/s/message")
				.contains("\"content\":\"Hello!\"")
				.containsPattern("crisp-spring-boot-starter/\\d+\\.\\d+\\.\\d+");
		}
		finally {
			crisp.stop(0);
		}
	}

}
