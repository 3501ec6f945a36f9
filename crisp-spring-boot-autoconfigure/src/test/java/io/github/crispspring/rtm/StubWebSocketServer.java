package io.github.crispspring.rtm;

import java.net.URI;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.github.crispspring.testsupport.WaitLimit;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import org.awaitility.Awaitility;
import org.reactivestreams.Publisher;
import reactor.core.Scannable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * WebSocket server that sends the frames that a test determines.
 */
final class StubWebSocketServer implements AutoCloseable {

	private final BlockingQueue<Session> sessions = new LinkedBlockingQueue<>();

	final Queue<HttpServerResponse> rejections = new ConcurrentLinkedQueue<>();

	private final DisposableServer server;

	private volatile int status = 101;

	private volatile String retryAfter = "";

	private volatile String location = "";

	final Queue<String> uris = new ConcurrentLinkedQueue<>();

	StubWebSocketServer() {
		this.server = HttpServer.create()
			.host("localhost")
			.port(0)
			.childOption(ChannelOption.SO_LINGER, 0)
			.handle((request, response) -> {
				this.uris.add(request.uri());
				if (this.status == 101) {
					return response.sendWebsocket(this::serve);
				}
				this.rejections.add(response);
				if (!this.location.isEmpty()) {
					response.header("Location", this.location);
				}
				return response.status(this.status).header("Retry-After", this.retryAfter).send();
			})
			.bindNow();
	}

	URI url() {
		return URI.create("ws://localhost:" + this.server.port() + "/p/68/");
	}

	int port() {
		return this.server.port();
	}

	/**
	 * Respond to WebSocket handshakes with a status.
	 */
	void rejectConnections(int status, String retryAfter) {
		this.status = status;
		this.retryAfter = retryAfter;
	}

	/**
	 * Accept WebSocket handshakes again.
	 */
	void acceptConnections() {
		this.status = 101;
	}

	/**
	 * Respond to WebSocket handshakes with a redirect.
	 */
	void redirect(int status, URI location) {
		this.location = location.toString();
		this.status = status;
	}

	/**
	 * Wait for the next connection.
	 */
	Session nextSession() throws InterruptedException {
		Session session = this.sessions.poll(WaitLimit.SECONDS, TimeUnit.SECONDS);
		assertThat(session).as("a connection").isNotNull();
		return session;
	}

	/**
	 * Wait for the next connection, and authenticate it, so that events can be sent.
	 */
	Session nextReadySession() throws InterruptedException {
		return nextSession().open(25000, 20000).connect().authenticate();
	}

	/**
	 * Wait until a single connection is open.
	 */
	Session onlyOpenSession() {
		Awaitility.await().until(() -> {
			this.sessions.removeIf((session) -> session.ended.scan(Scannable.Attr.TERMINATED));
			return this.sessions.size() == 1;
		});
		return this.sessions.remove();
	}

	boolean hasNoFurtherSession() {
		return this.sessions.isEmpty();
	}

	private Mono<Void> serve(WebsocketInbound inbound, WebsocketOutbound outbound) {
		Session session = new Session();
		inbound.withConnection((connection) -> session.connection = connection);
		inbound.receiveCloseStatus().subscribe((status) -> session.received.add("close " + status.code()));
		inbound.receiveFrames()
			.doFinally((signal) -> session.ended.tryEmitEmpty())
			.subscribe((frame) -> session.received.add(text(frame)), (ex) -> {
			});
		this.sessions.add(session);
		return outbound.sendObject(session.frames.asFlux().concatMap((frames) -> frames, 1), (frame) -> true)
			.then()
			.then(session.ended.asMono());
	}

	private static String text(WebSocketFrame frame) {
		return (frame instanceof TextWebSocketFrame text) ? text.text() : frame.getClass().getSimpleName();
	}

	@Override
	public void close() {
		this.server.disposeNow(WaitLimit.DURATION);
	}

	/**
	 * One connection, controlled by the test.
	 */
	static final class Session {

		final BlockingQueue<String> received = new LinkedBlockingQueue<>();

		private final Sinks.Many<Publisher<WebSocketFrame>> frames = Sinks.many().unicast().onBackpressureBuffer();

		private final Sinks.Empty<Void> ended = Sinks.empty();

		private volatile Connection connection;

		Session open(long pingInterval, long pingTimeout) {
			return send(
					"0{\"sid\":\"engine\",\"upgrades\":[],\"pingInterval\":%d,\"pingTimeout\":%d,\"maxPayload\":1000000}"
						.formatted(pingInterval, pingTimeout));
		}

		Session connect() throws InterruptedException {
			assertThat(await()).isEqualTo("40");
			return send("40{\"sid\":\"socket\"}");
		}

		Session authenticate() throws InterruptedException {
			assertThat(await()).startsWith("42[\"authentication\",{");
			return send("42[\"authenticated\",true]");
		}

		Session send(String text) {
			return send(new TextWebSocketFrame(text));
		}

		Session send(byte[] bytes) {
			return send(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(bytes)));
		}

		/**
		 * Send one message in several frames.
		 */
		Session sendFragmented(String text, int size) {
			send(new TextWebSocketFrame(false, 0, text.substring(0, size)));
			for (int i = size; i < text.length(); i += size) {
				int end = Math.min(text.length(), i + size);
				send(new ContinuationWebSocketFrame(end == text.length(), 0, text.substring(i, end)));
			}
			return this;
		}

		private Session send(WebSocketFrame frame) {
			// Not a scalar, which concatMap releases a second time when it is cancelled
			return send(Mono.just(frame).hide());
		}

		/**
		 * Send frames no faster than the client reads them.
		 */
		Session send(Publisher<WebSocketFrame> frames) {
			this.frames.emitNext(frames, Sinks.EmitFailureHandler.FAIL_FAST);
			return this;
		}

		/**
		 * Send a message event.
		 */
		Session message(String sessionId, long fingerprint) {
			return send("42" + messagePacket(sessionId, fingerprint));
		}

		static String messagePacket(String sessionId, long fingerprint) {
			return "[\"message:send\",{\"website_id\":\"w\",\"session_id\":\"%s\",\"type\":\"text\",\"from\":\"user\",\"content\":\"text\",\"fingerprint\":%d}]"
				.formatted(sessionId, fingerprint);
		}

		/**
		 * Wait for the next frame of the client.
		 */
		String await() throws InterruptedException {
			String frame = this.received.poll(WaitLimit.SECONDS, TimeUnit.SECONDS);
			assertThat(frame).as("a frame").isNotNull();
			return frame;
		}

		/**
		 * Wait until the connection is closed.
		 */
		void awaitEnd() {
			this.ended.asMono().block(WaitLimit.DURATION);
		}

		/**
		 * Send a close frame.
		 */
		void sendClose(int code) {
			send(new CloseWebSocketFrame(code, "bye"));
		}

		/**
		 * Close the TCP connection without a close frame.
		 */
		void closeConnection() {
			this.connection.channel().close();
		}

		/**
		 * Stop reading from the connection.
		 */
		void stopReading() {
			this.connection.channel().config().setAutoRead(false);
		}

	}

}
