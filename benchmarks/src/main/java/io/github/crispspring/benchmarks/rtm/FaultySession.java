package io.github.crispspring.benchmarks.rtm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.Connection;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;

/**
 * Connection of the {@link FaultyServer}, which works until its fault occurs.
 */
final class FaultySession {

	private static final Duration TICK = Duration.ofMillis(10);

	private static final Duration PING_INTERVAL = Duration.ofSeconds(1);

	private static final Duration PING_TIMEOUT = Duration.ofSeconds(4);

	private static final int MAX_UNACKNOWLEDGED = 1000;

	private static final List<String> MALFORMED_PACKETS = List.of("", "x", "9", "42", "42{", "42[", "42[1]", "47",
			"451-[\"a\"]2", "42999999999999999999[\"a\"]", "0{}");

	private static final List<String> NOISE = List.of("3", "6", "42/other,[\"unauthorized\"]", "4399[]",
			"42[\"an:event\",{}]", "42[\"plugin:subscription:updated\",{\"website_id\":\"w\",\"bound\":true}]");

	private final FaultyServer server;

	private final EventLedger ledger;

	private final Fault fault;

	private final Duration lifetime;

	private final Sinks.Many<WebSocketFrame> frames = Sinks.many().unicast().onBackpressureBuffer();

	private final Sinks.Empty<Void> ended = Sinks.empty();

	private @Nullable Connection connection;

	private Instant faultAt = Instant.MAX;

	private Instant pingAt = Instant.MAX;

	private Instant pongBefore = Instant.MAX;

	private boolean faulty;

	private int unacknowledged;

	FaultySession(FaultyServer server, EventLedger ledger, Fault fault, Duration lifetime) {
		this.server = server;
		this.ledger = ledger;
		this.fault = fault;
		this.lifetime = lifetime;
	}

	Mono<Void> serve(WebsocketInbound inbound, WebsocketOutbound outbound) {
		inbound.withConnection((connection) -> this.connection = connection);
		inbound.receiveFrames()
			.filter(TextWebSocketFrame.class::isInstance)
			.map((frame) -> ((TextWebSocketFrame) frame).text())
			.doFinally((signal) -> this.ended.tryEmitEmpty())
			.subscribe(this::receive, (ex) -> {
			});
		Flux.interval(TICK).takeUntilOther(this.ended.asMono()).onBackpressureDrop().subscribe((tick) -> tick());
		if (this.fault != Fault.NO_HANDSHAKE) {
			send("0{\"sid\":\"a\",\"upgrades\":[],\"pingInterval\":%d,\"pingTimeout\":%d,\"maxPayload\":1000000}"
				.formatted(PING_INTERVAL.toMillis(), PING_TIMEOUT.toMillis()));
		}
		return outbound.sendObject(this.frames.asFlux(), (frame) -> true)
			.then()
			.then(this.ended.asMono())
			.doFinally((signal) -> this.server.ended(this.fault));
	}

	private synchronized void receive(String frame) {
		if (frame.equals("40") && this.fault != Fault.NO_CONNECT_RESPONSE) {
			send("40{\"sid\":\"b\"}");
		}
		else if (frame.startsWith("42[\"authentication\"") && this.fault != Fault.NO_AUTHENTICATION_RESPONSE) {
			send("42[\"authenticated\",true]");
			this.faultAt = Instant.now().plus(this.lifetime);
			this.pingAt = Instant.now();
		}
		else if (frame.equals("3")) {
			this.pongBefore = Instant.MAX;
			this.pingAt = Instant.now().plus(PING_INTERVAL);
		}
		else if (frame.startsWith("43")) {
			this.unacknowledged--;
			this.ledger.delivered(Integer.parseInt(frame.substring(2, frame.indexOf('['))));
		}
	}

	private synchronized void tick() {
		Instant now = Instant.now();
		if (!this.faulty && !this.server.isFaultless() && now.isAfter(this.faultAt)) {
			this.faulty = true;
			injectFault();
		}
		if (!this.faulty) {
			ping(now);
		}
		boolean sends = !this.faulty || this.fault == Fault.MISSING_PINGS;
		if (sends && this.pingAt != Instant.MAX && !this.server.isFaultless()) {
			sendEvents();
		}
	}

	/**
	 * Send pings like Socket.IO, where the next ping follows an interval after the pong.
	 */
	private void ping(Instant now) {
		if (now.isAfter(this.pongBefore)) {
			this.server.wrongTimeouts();
			this.pongBefore = Instant.MAX;
			reset();
		}
		else if (this.pongBefore == Instant.MAX && now.isAfter(this.pingAt)) {
			this.pongBefore = now.plus(PING_TIMEOUT);
			send("2");
		}
	}

	private void sendEvents() {
		int count = this.server.chance(60);
		for (int i = 0; i < count && this.unacknowledged < MAX_UNACKNOWLEDGED; i++) {
			this.unacknowledged++;
			int number = this.ledger.next();
			String content = (this.server.chance(5000) == 0) ? "x".repeat(1024 * 1024) : "text";
			String event = "42%d[\"message:send\",{\"website_id\":\"w\",\"session_id\":\"s%d\",\"type\":\"text\",\"from\":\"user\",\"content\":\"%s\",\"fingerprint\":%d}]"
				.formatted(number, number % EventLedger.CONVERSATIONS, content, number + 1);
			if (this.server.chance(20) == 0) {
				int half = event.length() / 2;
				send(new TextWebSocketFrame(false, 0, event.substring(0, half)));
				send(new ContinuationWebSocketFrame(true, 0, event.substring(half)));
			}
			else {
				send(event);
			}
		}
		if (this.server.chance(50) == 0) {
			send(NOISE.get(this.server.chance(NOISE.size())));
		}
	}

	private void injectFault() {
		switch (this.fault) {
			case TCP_RESET -> reset();
			case WEBSOCKET_CLOSE -> send(new CloseWebSocketFrame(1001, "bye"));
			case SOCKET_IO_DISCONNECT -> send("41");
			case MALFORMED_PACKET -> send(MALFORMED_PACKETS.get(this.server.chance(MALFORMED_PACKETS.size())));
			case INCOMPLETE_EVENT -> {
				send("452-[\"a\",{\"_placeholder\":true,\"num\":0}]");
				send(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(new byte[100])));
				reset();
			}
			case STALLED_TCP -> {
				if (this.connection != null) {
					this.connection.channel().config().setAutoRead(false);
				}
			}
			default -> {
			}
		}
		if (this.fault == Fault.STALLED_TCP || this.fault == Fault.SILENCE) {
			// The server does not notice that the client closes the connection
			Mono.delay(Duration.ofSeconds(30)).subscribe((later) -> reset());
		}
	}

	private void reset() {
		if (this.connection != null) {
			this.connection.channel().close();
		}
	}

	private void send(String text) {
		send(new TextWebSocketFrame(text));
	}

	private void send(WebSocketFrame frame) {
		synchronized (this.frames) {
			this.frames.tryEmitNext(frame);
		}
	}

}
