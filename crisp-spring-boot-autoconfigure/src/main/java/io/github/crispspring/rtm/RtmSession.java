package io.github.crispspring.rtm;

import java.time.Duration;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.crispspring.json.CrispJson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;

/**
 * One connection, from its first frame to its last: answers pings, authenticates, passes
 * events on, and notices when the other end is gone.
 */
final class RtmSession {

	/**
	 * How long the other end may take for each step until events can come.
	 */
	private static final Duration HANDSHAKE_TIMEOUT = Duration.ofSeconds(10);

	private final RtmCredentials credentials;

	private final Set<String> eventNames;

	private final Handler handler;

	private final Sinks.Many<String> outbound = Sinks.many().unicast().onBackpressureBuffer();

	private final Sinks.Empty<Void> authenticated = Sinks.empty();

	private volatile boolean stopping;

	private volatile Duration silenceLimit = HANDSHAKE_TIMEOUT;

	RtmSession(RtmCredentials credentials, Set<String> eventNames, Handler handler) {
		this.credentials = credentials;
		this.eventNames = eventNames;
		this.handler = handler;
	}

	/**
	 * Live on a WebSocket.
	 * @param socket the WebSocket
	 * @param stop completes when the connection is to be closed
	 * @return completes when it was, or fails with the reason for which it ended
	 */
	Mono<Void> run(WebSocketSession socket, Mono<Void> stop) {
		Mono<Void> receiving = socket.receive()
			.timeout(Mono.delay(this.silenceLimit), (message) -> Mono.delay(this.silenceLimit))
			.concatMap(this::receive, 1)
			.then(Mono.<Void>error(() -> new RtmProtocolException("The other end closed the connection")));
		Mono<Void> stopping = stop.then(Mono.fromRunnable(() -> {
			this.stopping = true;
			send(EnginePacket.Type.MESSAGE, String.valueOf(SocketPacket.Type.DISCONNECT.ordinal()));
			this.outbound.tryEmitComplete();
		}));
		Mono<Void> authenticating = this.authenticated.asMono()
			.timeout(HANDSHAKE_TIMEOUT,
					Mono.error(() -> new RtmProtocolException("There was no answer to the authentication")));
		Flux<WebSocketMessage> frames = this.outbound.asFlux().map(socket::textMessage);
		// Sending also ends when receiving does, but only the latter knows why
		Mono<Void> sending = socket.send(frames).then(Mono.defer(() -> this.stopping ? Mono.empty() : Mono.never()));
		return Mono.firstWithSignal(receiving, sending, stopping.then(Mono.never()), authenticating.then(Mono.never()))
			.then(socket.close());
	}

	private Mono<Void> receive(WebSocketMessage message) {
		if (message.getType() != WebSocketMessage.Type.TEXT) {
			return Mono.empty();
		}
		EnginePacket packet = EnginePacket.parse(message.getPayloadAsText());
		return switch (packet.type()) {
			case OPEN -> open(packet.payload());
			case PING -> send(EnginePacket.Type.PONG, packet.payload());
			case MESSAGE -> receive(SocketPacket.parse(packet.payload()));
			case CLOSE -> Mono.error(new RtmProtocolException("The other end closed the session"));
			case PONG, UPGRADE, NOOP -> Mono.empty();
		};
	}

	private Mono<Void> open(String payload) {
		try {
			Handshake handshake = CrispJson.mapper().readValue(payload, Handshake.class);
			this.silenceLimit = Duration.ofMillis(handshake.pingInterval() + handshake.pingTimeout());
		}
		catch (JacksonException ex) {
			return Mono.error(new RtmProtocolException("The handshake cannot be read"));
		}
		return send(EnginePacket.Type.MESSAGE, String.valueOf(SocketPacket.Type.CONNECT.ordinal()));
	}

	private Mono<Void> receive(SocketPacket packet) {
		return switch (packet.type()) {
			case CONNECT -> send(EnginePacket.Type.MESSAGE, SocketPacket.event("authentication", authentication()));
			case EVENT -> receiveEvent(packet);
			case DISCONNECT -> Mono.error(new RtmProtocolException("The other end disconnected"));
			case CONNECT_ERROR -> Mono.error(new RtmProtocolException("The other end refused the connection"));
			case ACK, BINARY_EVENT, BINARY_ACK -> Mono.empty();
		};
	}

	private Authentication authentication() {
		return new Authentication(this.credentials.identifier(), this.credentials.key(),
				this.credentials.tier().value(), this.eventNames);
	}

	private Mono<Void> receiveEvent(SocketPacket packet) {
		JsonNode arguments = packet.data();
		if (arguments == null || !arguments.path(0).isString()) {
			return Mono.error(new RtmProtocolException("An event has no name"));
		}
		if (packet.ackId() != null) {
			send(EnginePacket.Type.MESSAGE, SocketPacket.ack(packet.ackId()));
		}
		String name = arguments.path(0).asString();
		return switch (name) {
			case "authenticated" -> Mono.fromRunnable(() -> {
				this.authenticated.tryEmitEmpty();
				this.handler.authenticated();
			});
			case "unauthorized" -> Mono.error(new RtmRefusedException(null));
			default -> this.handler.event(name, arguments.path(1));
		};
	}

	private Mono<Void> send(EnginePacket.Type type, String payload) {
		this.outbound.emitNext(EnginePacket.encode(type, payload),
				Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1)));
		return Mono.empty();
	}

	/**
	 * What becomes of what a connection brings.
	 */
	interface Handler {

		/**
		 * Crisp accepted the credentials.
		 */
		void authenticated();

		/**
		 * An event came.
		 * @return completes when the next one can be taken
		 */
		Mono<Void> event(String name, JsonNode data);

	}

	/**
	 * What the other end says of the connection, in milliseconds.
	 */
	record Handshake(@JsonProperty("pingInterval") long pingInterval, @JsonProperty("pingTimeout") long pingTimeout) {

	}

	/**
	 * What Crisp wants to know before it sends events.
	 */
	record Authentication(String username, String password, String tier, Set<String> events) {

		@Override
		public String toString() {
			return "Authentication[tier=" + this.tier + ", events=" + this.events + "]";
		}

	}

}
