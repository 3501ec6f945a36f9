package io.github.crispspring.rtm;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;

/**
 * One connection, from its first frame to its last: answers pings, authenticates, passes
 * events on one by one, and notices when the other end is gone.
 */
final class RtmSession {

	/**
	 * How long the other end may take for each step until events can come.
	 */
	private static final Duration STEP_LIMIT = Duration.ofSeconds(10);

	/**
	 * Longest message of Crisp that is reported, in characters.
	 */
	private static final int MAX_MESSAGE = 200;

	private static final Duration CLOSE_STATUS_LIMIT = Duration.ofMillis(200);

	private final Authentication authentication;

	private final long maxBytes;

	private final Handler handler;

	private final RtmOutbound outbound = new RtmOutbound();

	private final RtmHeartbeat heartbeat = new RtmHeartbeat(
			this.outbound.send(EnginePacket.encode(EnginePacket.Type.PONG, "")));

	private final Sinks.Many<Step> steps = Sinks.many().unicast().onBackpressureBuffer();

	private volatile Step step = Step.NONE;

	private volatile boolean stopping;

	private long maxPayload;

	/**
	 * The size of the packet that is being received, with its attachments.
	 */
	private long receivedSize;

	private @Nullable SocketAttachments attachments;

	/**
	 * Create a session.
	 * @param credentials who connects
	 * @param rooms the identifiers of the websites to hear of, none for all
	 * @param events the names of the events to ask for
	 * @param maxBytes how large the attachments of an event may be
	 * @param handler what becomes of what comes
	 */
	RtmSession(RtmCredentials credentials, List<String> rooms, Set<String> events, long maxBytes, Handler handler) {
		this.authentication = new Authentication(credentials.identifier(), credentials.key(),
				credentials.tier().value(), events, rooms.isEmpty() ? null : rooms);
		this.maxBytes = maxBytes;
		this.handler = handler;
	}

	/**
	 * Live on a WebSocket.
	 * @param socket the WebSocket
	 * @param stop completes when the connection is to be closed
	 * @return completes when it was, or fails with the reason for which it ended
	 */
	Mono<Void> run(WebSocketSession socket, Mono<Void> stop) {
		// Without prefetch, as a frame is released as soon as it was passed on
		Mono<Void> receiving = socket.receive()
			.doOnRequest((n) -> this.heartbeat.waiting())
			.concatMap((message) -> RtmGuard.call(() -> receive(message)), 0)
			.then(Mono.defer(() -> closed(socket)));
		// Sending also ends when receiving does, but only the latter knows why
		Mono<Void> sending = socket.send(this.outbound.frames().map(socket::textMessage))
			.then(Mono.defer(() -> this.stopping ? socket.close() : Mono.never()));
		return Mono.firstWithSignal(receiving, sending, stop.then(Mono.defer(this::sayGoodbye)).then(Mono.never()),
				untilReady().then(Mono.never()), this.heartbeat.untilSilent());
	}

	/**
	 * Ask for the events of websites that installed the plugin since.
	 */
	Mono<Void> bind() {
		return event("socket:bind", Map.of());
	}

	private Mono<Void> untilReady() {
		return this.steps.asFlux()
			.timeout(STEP_LIMIT)
			.takeUntil((reached) -> reached == Step.READY)
			.then()
			.onErrorMap((ex) -> new RtmProtocolException(this.step.missing));
	}

	private void reach(Step step) {
		this.step = step;
		this.steps.tryEmitNext(step);
	}

	private Mono<Void> sayGoodbye() {
		this.stopping = true;
		boolean connected = this.step.compareTo(Step.OPEN) > 0;
		Mono<Void> goodbye = connected ? message(SocketPacket.of(SocketPacket.Type.DISCONNECT)) : Mono.empty();
		return goodbye.onErrorComplete().doOnSuccess((nothing) -> this.outbound.complete());
	}

	private Mono<Void> closed(WebSocketSession socket) {
		return socket.closeStatus()
			.timeout(CLOSE_STATUS_LIMIT, Mono.empty())
			.onErrorComplete()
			.map((status) -> "The other end closed the connection (%d)".formatted(status.getCode()))
			.defaultIfEmpty("The other end closed the connection")
			.flatMap((reason) -> Mono.error(new RtmProtocolException(reason)));
	}

	private Mono<Void> receive(WebSocketMessage message) {
		if (this.heartbeat.arrived() && this.step == Step.READY) {
			this.handler.heard();
		}
		return switch (message.getType()) {
			case TEXT -> {
				this.receivedSize = message.getPayload().readableByteCount();
				yield receive(EnginePacket.parse(message.getPayloadAsText()));
			}
			case BINARY -> {
				this.receivedSize += message.getPayload().readableByteCount();
				yield attachment(message.getPayload());
			}
			default -> Mono.empty();
		};
	}

	private Mono<Void> receive(EnginePacket packet) {
		if ((packet.type() == EnginePacket.Type.OPEN) != (this.step == Step.NONE)) {
			throw new RtmProtocolException("The other end does not begin with a handshake, or begins twice");
		}
		return switch (packet.type()) {
			case OPEN -> open(EngineHandshake.parse(packet.payload()));
			case PING -> this.heartbeat.sendPong();
			case MESSAGE -> receive(SocketPacket.parse(packet.payload()));
			case CLOSE -> Mono.error(new RtmProtocolException("The other end closed the session"));
			case PONG, UPGRADE, NOOP -> Mono.empty();
		};
	}

	private Mono<Void> open(EngineHandshake handshake) {
		this.maxPayload = handshake.maxPayload();
		this.heartbeat.begin(handshake);
		reach(Step.OPEN);
		return message(SocketPacket.of(SocketPacket.Type.CONNECT));
	}

	private Mono<Void> receive(SocketPacket packet) {
		if (this.attachments != null) {
			throw new RtmProtocolException("Another packet comes before all attachments of an event have come");
		}
		if (packet.attachments() > 0) {
			this.attachments = new SocketAttachments(packet, this.maxBytes);
			return Mono.empty();
		}
		return receiveWhole(packet);
	}

	private Mono<Void> attachment(DataBuffer payload) {
		SocketAttachments attachments = this.attachments;
		if (attachments == null) {
			throw new RtmProtocolException("There is an attachment that no packet announced");
		}
		byte[] bytes = new byte[payload.readableByteCount()];
		payload.read(bytes);
		SocketPacket whole = attachments.add(bytes);
		if (whole == null) {
			return Mono.empty();
		}
		this.attachments = null;
		return receiveWhole(whole);
	}

	private Mono<Void> receiveWhole(SocketPacket packet) {
		if (!packet.namespace().equals(SocketPacket.ROOT)) {
			return Mono.empty();
		}
		return switch (packet.type()) {
			case CONNECT -> connected();
			case EVENT, BINARY_EVENT -> received(packet);
			case DISCONNECT -> Mono.error(new RtmProtocolException("The other end disconnected"));
			case CONNECT_ERROR -> Mono.error(new RtmProtocolException("The other end refused the connection"));
			case ACK, BINARY_ACK -> Mono.empty();
		};
	}

	private Mono<Void> connected() {
		if (this.step != Step.OPEN) {
			throw new RtmProtocolException("The other end connected twice");
		}
		reach(Step.CONNECTED);
		this.handler.authenticating();
		return event("authentication", this.authentication);
	}

	private Mono<Void> received(SocketPacket packet) {
		if (this.step == Step.OPEN) {
			throw new RtmProtocolException("An event comes before the other end has connected");
		}
		JsonNode arguments = packet.data();
		Mono<Void> handled = (arguments != null) ? received(arguments.path(0).asString(), arguments.path(1))
				: Mono.empty();
		Long ackId = packet.ackId();
		return (ackId != null) ? handled.then(message(SocketPacket.ack(ackId))) : handled;
	}

	private Mono<Void> received(String name, JsonNode data) {
		return switch (name) {
			case "authenticated" -> authenticated(data);
			case "unauthorized" -> Mono.error(new RtmRejectedException(this.authentication.message(data)));
			default -> this.heartbeat.during(this.handler.event(name, data, this.receivedSize));
		};
	}

	private Mono<Void> authenticated(JsonNode accepted) {
		if (accepted.isBoolean() && !accepted.booleanValue()) {
			return Mono.error(new RtmRejectedException(null));
		}
		if (this.step == Step.CONNECTED) {
			reach(Step.READY);
			this.handler.ready();
		}
		return Mono.empty();
	}

	private Mono<Void> event(String name, Object argument) {
		return message(SocketPacket.event(name, argument));
	}

	private Mono<Void> message(String packet) {
		String frame = EnginePacket.encode(EnginePacket.Type.MESSAGE, packet);
		if (this.maxPayload > 0 && frame.getBytes(StandardCharsets.UTF_8).length > this.maxPayload) {
			return Mono.error(new RtmProtocolException(
					"The other end takes at most %d bytes at once, which is too little".formatted(this.maxPayload)));
		}
		return this.outbound.send(frame);
	}

	/**
	 * What becomes of what a connection brings.
	 */
	interface Handler {

		/**
		 * The other end speaks Socket.IO, and is told the credentials.
		 */
		void authenticating();

		/**
		 * Crisp accepted the credentials: events can come.
		 */
		void ready();

		/**
		 * Something came, and all that was sent before it had come.
		 */
		void heard();

		/**
		 * An event came.
		 * @return completes when the next one can be taken
		 */
		Mono<Void> event(String name, JsonNode data, long size);

	}

	/**
	 * How far a connection has come.
	 */
	private enum Step {

		NONE("The other end did not begin to speak"), OPEN("The other end did not answer that it is connected"),
		CONNECTED("There was no answer to the authentication"), READY("");

		/**
		 * What is missing where it comes no further.
		 */
		private final String missing;

		Step(String missing) {
			this.missing = missing;
		}

	}

	/**
	 * What Crisp wants to know before it sends events.
	 */
	record Authentication(String username, String password, String tier, Set<String> events,
			@Nullable List<String> rooms) {

		/**
		 * Return Crisp's own message about the authentication, without the credentials.
		 * @return the message, {@code null} if there is none
		 */
		@Nullable String message(JsonNode data) {
			String message = text(data);
			if (message == null || message.isBlank()) {
				return null;
			}
			String clean = message.replace(this.password, "***")
				.replace(this.username, "***")
				.replaceAll("\\p{Cntrl}", " ")
				.strip();
			return (clean.length() > MAX_MESSAGE) ? clean.substring(0, MAX_MESSAGE) + "..." : clean;
		}

		private @Nullable String text(JsonNode data) {
			return Stream.of(data, data.path("message"), data.path("reason"), data.path("error"))
				.filter(JsonNode::isString)
				.map(JsonNode::asString)
				.findFirst()
				.orElse(null);
		}

		/**
		 * Describes what is asked for without the credentials.
		 */
		@Override
		public String toString() {
			return "Authentication[tier=" + this.tier + ", events=" + this.events + ", rooms=" + this.rooms + "]";
		}

	}

}
