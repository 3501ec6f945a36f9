package io.github.crispspring.rtm;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import io.github.crispspring.event.EventJson;
import io.github.crispspring.event.PluginSubscriptionUpdated;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;

/**
 * Socket.IO session on one WebSocket, from the first frame to the last. It authenticates,
 * responds to pings, and passes events to the sink one at a time.
 */
final class RtmSession {

	/**
	 * Time limit for each step until the session is ready.
	 */
	private static final Duration STEP_TIMEOUT = Duration.ofSeconds(10);

	private static final Duration CLOSE_STATUS_TIMEOUT = Duration.ofMillis(200);

	private final RtmAuthentication authentication;

	private final long maxAttachmentsSize;

	private final RtmEventSink events;

	private final RtmStateMachine states;

	private final RtmBindRequests bindRequests;

	private final RtmFrameSender sender = new RtmFrameSender();

	private final RtmHeartbeat heartbeat = new RtmHeartbeat(
			this.sender.send(EnginePacket.encode(EnginePacket.Type.PONG, "")));

	private final Sinks.Many<Step> steps = Sinks.many().unicast().onBackpressureBuffer();

	private volatile Step step = Step.NONE;

	private volatile boolean disconnecting;

	private long maxPayload;

	/**
	 * The size of the packet that is being received, with its attachments.
	 */
	private long receivedSize;

	private @Nullable SocketAttachments attachments;

	/**
	 * Create a session.
	 * @param authentication the credentials and the subscription
	 * @param maxAttachmentsSize the maximum size of the attachments of an event, in bytes
	 * @param events receives the events
	 * @param states receives the states of the session
	 * @param bindRequests requests to subscribe to the events of further websites
	 */
	RtmSession(RtmAuthentication authentication, long maxAttachmentsSize, RtmEventSink events, RtmStateMachine states,
			RtmBindRequests bindRequests) {
		this.authentication = authentication;
		this.maxAttachmentsSize = maxAttachmentsSize;
		this.events = events;
		this.states = states;
		this.bindRequests = bindRequests;
	}

	/**
	 * Run the session on a WebSocket until the states request to close it.
	 * @param socket the WebSocket
	 * @return completes when the session was closed on request; fails with the reason if
	 * it ended otherwise
	 */
	Mono<Void> run(WebSocketSession socket) {
		// Without prefetch, as a frame is released once it is processed
		Mono<Void> receiving = socket.receive()
			.doOnRequest((n) -> this.heartbeat.awaitingFrame())
			.concatMap((message) -> SafeMono.call(() -> receive(message)), 0)
			.then(Mono.defer(() -> closed(socket)));
		// Sending ends when receiving does, but only receiving knows the reason
		Mono<Void> sending = socket.send(this.sender.frames().map(socket::textMessage))
			.then(Mono.defer(() -> this.disconnecting ? socket.close() : Mono.never()));
		return Mono.firstWithSignal(receiving, sending,
				this.states.closing().then(Mono.defer(this::disconnect)).then(Mono.never()),
				awaitReady().then(this.bindRequests.send(event("socket:bind", Map.of()))), this.heartbeat.monitor());
	}

	private Mono<Void> awaitReady() {
		return this.steps.asFlux()
			.timeout(STEP_TIMEOUT)
			.takeUntil((reached) -> reached == Step.READY)
			.then()
			.onErrorMap((ex) -> new RtmProtocolException(
					this.step.missing + " within %d s".formatted(STEP_TIMEOUT.toSeconds())));
	}

	private void reach(Step step) {
		this.step = step;
		this.steps.tryEmitNext(step);
	}

	private Mono<Void> disconnect() {
		this.disconnecting = true;
		boolean connected = this.step.compareTo(Step.OPEN) > 0;
		Mono<Void> disconnect = connected ? message(SocketPacket.of(SocketPacket.Type.DISCONNECT)) : Mono.empty();
		return disconnect.onErrorComplete().doOnSuccess((nothing) -> this.sender.complete());
	}

	private Mono<Void> closed(WebSocketSession socket) {
		return socket.closeStatus()
			.timeout(CLOSE_STATUS_TIMEOUT, Mono.empty())
			.onErrorComplete()
			.map((status) -> "The server closed the connection (%d)".formatted(status.getCode()))
			.defaultIfEmpty("The server closed the connection")
			.flatMap((reason) -> Mono.error(new RtmProtocolException(reason)));
	}

	private Mono<Void> receive(WebSocketMessage message) {
		if (!this.states.isLeading()) {
			return Mono.error(new RtmProtocolException("This instance no longer leads"));
		}
		if (this.heartbeat.frameReceived() && this.step == Step.READY) {
			this.states.received();
		}
		return switch (message.getType()) {
			case TEXT -> {
				this.receivedSize = message.getPayload().readableByteCount();
				yield receive(bytes(message.getPayload()));
			}
			case BINARY -> {
				this.receivedSize += message.getPayload().readableByteCount();
				yield attachment(bytes(message.getPayload()));
			}
			default -> Mono.empty();
		};
	}

	private static byte[] bytes(DataBuffer payload) {
		byte[] bytes = new byte[payload.readableByteCount()];
		payload.read(bytes);
		return bytes;
	}

	private Mono<Void> receive(byte[] text) {
		EventFrame event = (this.step == Step.READY && this.attachments == null) ? EventFrame.read(text) : null;
		return (event != null) ? received(event.name(), event.data())
				: receive(EnginePacket.parse(new String(text, StandardCharsets.UTF_8)));
	}

	private Mono<Void> receive(EnginePacket packet) {
		if ((packet.type() == EnginePacket.Type.OPEN) != (this.step == Step.NONE)) {
			throw new RtmProtocolException("The server does not begin with a handshake, or sent a second one");
		}
		return switch (packet.type()) {
			case OPEN -> open(EngineHandshake.parse(packet.payload()));
			case PING -> this.heartbeat.sendPong();
			case MESSAGE -> receive(SocketPacket.parse(packet.payload()));
			case CLOSE -> Mono.error(new RtmProtocolException("The server closed the session"));
			case PONG, UPGRADE, NOOP -> Mono.empty();
		};
	}

	private Mono<Void> open(EngineHandshake handshake) {
		this.maxPayload = handshake.maxPayload();
		this.heartbeat.start(handshake);
		reach(Step.OPEN);
		return message(SocketPacket.of(SocketPacket.Type.CONNECT));
	}

	private Mono<Void> receive(SocketPacket packet) {
		if (this.attachments != null) {
			throw new RtmProtocolException("A packet was received before all attachments of an event");
		}
		if (packet.attachments() > 0) {
			this.attachments = new SocketAttachments(packet, this.maxAttachmentsSize);
			return Mono.empty();
		}
		return receiveComplete(packet);
	}

	private Mono<Void> attachment(byte[] bytes) {
		SocketAttachments attachments = this.attachments;
		if (attachments == null) {
			throw new RtmProtocolException("An attachment was received that no packet announced");
		}
		SocketPacket complete = attachments.add(bytes);
		if (complete == null) {
			return Mono.empty();
		}
		this.attachments = null;
		return receiveComplete(complete);
	}

	private Mono<Void> receiveComplete(SocketPacket packet) {
		if (!packet.namespace().equals(SocketPacket.ROOT)) {
			return Mono.empty();
		}
		return switch (packet.type()) {
			case CONNECT -> connected();
			case EVENT, BINARY_EVENT -> received(packet);
			case DISCONNECT -> Mono.error(new RtmProtocolException("The server disconnected"));
			case CONNECT_ERROR -> Mono.error(new RtmProtocolException("The server rejected the Socket.IO connection"));
			case ACK, BINARY_ACK -> Mono.empty();
		};
	}

	private Mono<Void> connected() {
		if (this.step != Step.OPEN) {
			throw new RtmProtocolException("The server connected twice");
		}
		reach(Step.CONNECTED);
		this.states.authenticating();
		return event("authentication", this.authentication);
	}

	private Mono<Void> received(SocketPacket packet) {
		if (this.step == Step.OPEN) {
			throw new RtmProtocolException("An event was received before the Socket.IO connection was confirmed");
		}
		JsonNode arguments = packet.data();
		Mono<Void> handled = (arguments != null)
				? received(arguments.path(0).asString(), EventJson.of(arguments.path(1))) : Mono.empty();
		Long ackId = packet.ackId();
		return (ackId != null) ? handled.then(message(SocketPacket.ack(ackId))) : handled;
	}

	private Mono<Void> received(String name, EventJson data) {
		return switch (name) {
			case "authenticated" -> authenticated(data.tree());
			case "unauthorized" -> Mono.error(new RtmRejectedException(this.authentication.message(data.tree())));
			default -> receivedEvent(name, data);
		};
	}

	private Mono<Void> authenticated(JsonNode accepted) {
		if (accepted.isBoolean() && !accepted.booleanValue()) {
			return Mono.error(new RtmRejectedException(null));
		}
		if (this.step == Step.CONNECTED) {
			this.states.ready();
			reach(Step.READY);
		}
		return Mono.empty();
	}

	private Mono<Void> receivedEvent(String name, EventJson data) {
		if (PluginSubscriptionUpdated.NAME.equals(name)) {
			this.bindRequests.add();
		}
		return this.heartbeat.await(this.events.accept(name, data, this.receivedSize));
	}

	private Mono<Void> event(String name, Object argument) {
		return Mono.defer(() -> message(SocketPacket.event(name, argument)));
	}

	private Mono<Void> message(String packet) {
		String frame = EnginePacket.encode(EnginePacket.Type.MESSAGE, packet);
		if (this.maxPayload > 0 && frame.getBytes(StandardCharsets.UTF_8).length > this.maxPayload) {
			return Mono.error(new RtmProtocolException(
					"The server accepts at most %d bytes per message, which is too little".formatted(this.maxPayload)));
		}
		return this.sender.send(frame);
	}

	/**
	 * Steps until the session is ready.
	 */
	private enum Step {

		NONE("The server sent no handshake"),

		OPEN("The server did not confirm the Socket.IO connection"),

		CONNECTED("Crisp did not respond to the authentication"),

		READY("");

		/**
		 * The problem if the next step is not reached.
		 */
		private final String missing;

		Step(String missing) {
			this.missing = missing;
		}

	}

}
