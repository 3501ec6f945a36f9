package io.github.crispspring.rtm;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.HandshakeInfo;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.adapter.AbstractWebSocketSession;

/**
 * WebSocket without a connection, for tests that use virtual time or measure the session
 * alone.
 */
final class StubWebSocketSession extends AbstractWebSocketSession<Object> {

	private final Sinks.Many<WebSocketMessage> frames = Sinks.many().unicast().onBackpressureBuffer();

	private final List<String> sent = new ArrayList<>();

	private boolean reading = true;

	private boolean closed;

	StubWebSocketSession() {
		super(new Object(), "id",
				new HandshakeInfo(URI.create("ws://localhost"), new HttpHeaders(), Mono.empty(), null),
				DefaultDataBufferFactory.sharedInstance);
	}

	/**
	 * Receive frames from the server.
	 */
	void receive(String... texts) {
		for (String text : texts) {
			this.frames.tryEmitNext(textMessage(text));
		}
	}

	/**
	 * Let the server take one more frame, and none after it.
	 */
	void stopReading() {
		this.reading = false;
	}

	/**
	 * Return the frames that were sent to the server.
	 */
	List<String> sent() {
		return this.sent;
	}

	long pongs() {
		return this.sent.stream().filter("3"::equals).count();
	}

	@Override
	public Flux<WebSocketMessage> receive() {
		return this.frames.asFlux();
	}

	@Override
	public Mono<Void> send(Publisher<WebSocketMessage> messages) {
		return Flux.from(messages)
			.concatMap((message) -> this.reading ? Mono.just(message) : Mono.never(), 0)
			.doOnNext((message) -> this.sent.add(message.getPayload().toString(StandardCharsets.UTF_8)))
			.then();
	}

	@Override
	public boolean isOpen() {
		return !this.closed;
	}

	@Override
	public Mono<Void> close(CloseStatus status) {
		return Mono.fromRunnable(() -> this.closed = true);
	}

	@Override
	public Mono<CloseStatus> closeStatus() {
		return Mono.empty();
	}

}
