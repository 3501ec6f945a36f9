package com.example;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests the application without a web server, in a separate process.
 */
class RtmTests {

	private static final String HANDSHAKE = "0{\"sid\":\"s\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000000}";

	private static final String MESSAGE = "42[\"message:send\",{\"website_id\":\"w\",\"session_id\":\"s\",\"type\":\"text\",\"content\":\"Hi\",\"from\":\"user\",\"fingerprint\":1}]";

	private final CompletableFuture<String> reply = new CompletableFuture<>();

	@Test
	void processContinuesToRunAndRepliesToAnEvent(@TempDir Path directory) throws Exception {
		DisposableServer crisp = HttpServer.create().host("localhost").port(0).handle(this::serve).bindNow();
		File log = directory.resolve("log").toFile();
		Process application = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-cp",
				System.getProperty("java.class.path"), Application.class.getName(), "--crisp.identifier=identifier",
				"--crisp.key=key", "--crisp.rtm.url=ws://localhost:" + crisp.port() + "/",
				"--crisp.rest.base-url=http://localhost:" + crisp.port())
			.redirectErrorStream(true)
			.redirectOutput(log)
			.start();
		try {
			CompletableFuture.anyOf(this.reply, application.onExit())
				.orTimeout(90, TimeUnit.SECONDS)
				.exceptionally((ex) -> null)
				.join();
			assertThat(application.isAlive())
				.as(() -> "The process of the application ended:\n" + read(log.toPath()))
				.isTrue();
			assertThat(this.reply.getNow("")).as(() -> "The application did not reply:\n" + read(log.toPath()))
				.startsWith("POST /v1/website/w/conversation/s/message")
				.contains("\"content\":\"Hello!\"");
		}
		finally {
			application.destroyForcibly();
			crisp.disposeNow();
		}
	}

	private Publisher<Void> serve(HttpServerRequest request, HttpServerResponse response) {
		if (request.requestHeaders().contains("Upgrade")) {
			return response.sendWebsocket(RtmTests::talk);
		}
		return request.receive().aggregate().asString().defaultIfEmpty("").flatMap((body) -> {
			this.reply.complete(request.method() + " " + request.uri() + " " + body);
			return response.status(202)
				.sendString(Mono.just("{\"error\":false,\"reason\":\"dispatched\",\"data\":{\"fingerprint\":1}}"))
				.then();
		});
	}

	/**
	 * Return the Socket.IO packets that respond to a packet, up to a message.
	 */
	private static Publisher<Void> talk(WebsocketInbound inbound, WebsocketOutbound outbound) {
		Flux<String> frames = inbound.receive().asString().concatMapIterable((frame) -> {
			if (frame.equals("40")) {
				return List.of("40{\"sid\":\"s\"}");
			}
			return frame.startsWith("42[\"authentication\"") ? List.of("42[\"authenticated\",true]", MESSAGE)
					: List.of();
		});
		return outbound.sendObject(Flux.concat(Mono.just(HANDSHAKE), frames).map(TextWebSocketFrame::new),
				(frame) -> true);
	}

	private static String read(Path log) {
		try {
			return Files.readString(log);
		}
		catch (Exception ex) {
			return ex.toString();
		}
	}

}
