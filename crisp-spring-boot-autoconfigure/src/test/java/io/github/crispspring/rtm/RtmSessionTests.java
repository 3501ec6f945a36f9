package io.github.crispspring.rtm;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import io.github.crispspring.client.CrispTier;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.HandshakeInfo;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.adapter.AbstractWebSocketSession;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a session does as time goes by. Time is virtual here, so the socket is not a real
 * one; all else is tried against real servers.
 */
class RtmSessionTests {

	private static final String HANDSHAKE = "0{\"sid\":\"a\",\"pingInterval\":25000,\"pingTimeout\":20000}";

	private final Sinks.Empty<Void> stop = Sinks.empty();

	private final List<String> handled = new ArrayList<>();

	private Supplier<Mono<Void>> handling = Mono::empty;

	private int heard;

	private Socket socket;

	@Test
	void serverThatDoesNotBeginIsLeft() {
		StepVerifier.withVirtualTime(this::run)
			.expectSubscription()
			.expectNoEvent(Duration.ofMillis(9_999))
			.thenAwait(Duration.ofMillis(1))
			.verifyErrorMessage("The other end did not begin to speak");
	}

	@Test
	void serverThatDoesNotConnectIsLeft() {
		StepVerifier.withVirtualTime(this::run)
			.expectSubscription()
			.expectNoEvent(Duration.ofSeconds(9))
			.then(() -> this.socket.receive(HANDSHAKE))
			.expectNoEvent(Duration.ofMillis(9_999))
			.thenAwait(Duration.ofMillis(1))
			.verifyErrorMessage("The other end did not answer that it is connected");
	}

	@Test
	void serverThatDoesNotAnswerTheAuthenticationIsLeft() {
		StepVerifier.withVirtualTime(this::run)
			.then(() -> this.socket.receive(HANDSHAKE, "40{}"))
			.thenAwait(Duration.ofMillis(9_999))
			.then(() -> this.socket.receive("2"))
			.thenAwait(Duration.ofMillis(1))
			.verifyErrorMessage("There was no answer to the authentication");
	}

	@Test
	void silenceIsToleratedUntilAPingIsOverdue() {
		StepVerifier.withVirtualTime(this::run)
			.then(this::ready)
			.expectNoEvent(Duration.ofMillis(44_999))
			.thenAwait(Duration.ofMillis(1))
			.verifyErrorMessage("The other end has sent no ping for 45000 ms");
	}

	@Test
	void pingIsAnsweredAndBuysTime() {
		StepVerifier.withVirtualTime(this::run)
			.then(this::ready)
			.expectNoEvent(Duration.ofSeconds(40))
			.then(() -> this.socket.receive("2"))
			.then(() -> assertThat(this.socket.sent).endsWith("3"))
			.expectNoEvent(Duration.ofMillis(44_999))
			.thenAwait(Duration.ofSeconds(3))
			.verifyErrorMessage("The other end has sent no ping for 45000 ms");
	}

	@Test
	void eventsAreNoPings() {
		StepVerifier.withVirtualTime(this::run)
			.then(this::ready)
			.thenAwait(Duration.ofSeconds(40))
			.then(() -> this.socket.receive("42[\"a\"]"))
			.thenAwait(Duration.ofSeconds(10))
			.verifyErrorMessage("The other end has sent no ping for 45000 ms");
	}

	@Test
	void unreadEventsAreNotTakenForSilence() {
		Sinks.Empty<Void> room = Sinks.empty();
		this.handling = room::asMono;
		StepVerifier.withVirtualTime(this::run)
			.then(this::ready)
			.then(() -> this.socket.receive("42[\"a\"]", "42[\"b\"]", "2"))
			.expectNoEvent(Duration.ofHours(1))
			.then(() -> assertThat(this.handled).containsExactly("a"))
			// Every 10 seconds, as the server waits 20 for a pong
			.then(() -> assertThat(this.socket.pongs()).isEqualTo(360))
			.then(room::tryEmitEmpty)
			.then(() -> assertThat(this.handled).containsExactly("a", "b"))
			.then(() -> assertThat(this.socket.pongs()).isEqualTo(361))
			.expectNoEvent(Duration.ofSeconds(44))
			.thenAwait(Duration.ofSeconds(4))
			.verifyErrorMessage("The other end has sent no ping for 45000 ms");
	}

	@Test
	void manyShortPausesLetNoPingBecomeOverdue() {
		this.handling = () -> Mono.delay(Duration.ofSeconds(1)).then();
		StepVerifier.withVirtualTime(this::run).then(this::ready).then(() -> {
			for (int i = 0; i < 300; i++) {
				this.socket.receive("42[\"a\"]");
			}
		})
			.expectNoEvent(Duration.ofMinutes(5))
			.then(() -> assertThat(this.socket.pongs()).isBetween(27L, 30L))
			.then(this.stop::tryEmitEmpty)
			.verifyComplete();
	}

	@Test
	void noPongIsSentUnaskedWhereNothingWaits() {
		StepVerifier.withVirtualTime(this::run)
			.then(this::ready)
			.expectNoEvent(Duration.ofSeconds(40))
			.then(() -> assertThat(this.socket.pongs()).isZero())
			.then(this.stop::tryEmitEmpty)
			.verifyComplete();
	}

	@Test
	void lifeIsHeardOnlyOfWhatIsNotBehindUnreadEvents() {
		this.handling = () -> Mono.delay(Duration.ofMillis(10)).then();
		StepVerifier.withVirtualTime(this::run)
			.then(this::ready)
			.then(() -> this.socket.receive("42[\"a\"]", "42[\"b\"]", "42[\"c\"]"))
			.thenAwait(Duration.ofMillis(100))
			// The first came alone, the others may have been waiting
			.then(() -> assertThat(this.handled).hasSize(3))
			.then(() -> assertThat(this.heard).isEqualTo(1))
			.thenAwait(Duration.ofSeconds(1))
			.then(() -> this.socket.receive("2"))
			.then(() -> assertThat(this.heard).isEqualTo(2))
			.then(this.stop::tryEmitEmpty)
			.verifyComplete();
	}

	@Test
	void serverThatDoesNotTakeAnAnswerIsLeft() {
		StepVerifier.withVirtualTime(this::run)
			.then(this::ready)
			.then(() -> this.socket.writable = false)
			.then(() -> this.socket.receive("421[\"a\"]", "422[\"a\"]", "423[\"a\"]"))
			.expectNoEvent(Duration.ofMillis(9_999))
			// The socket took one answer, not the second
			.then(() -> assertThat(this.handled).hasSize(2))
			.thenAwait(Duration.ofMillis(1))
			.verifyErrorMessage("The other end does not read what it is sent");
	}

	@Test
	void stopSaysGoodbye() {
		StepVerifier.withVirtualTime(this::run).then(this::ready).then(this.stop::tryEmitEmpty).verifyComplete();
		assertThat(this.socket.sent).endsWith("41");
		assertThat(this.socket.closed).isTrue();
	}

	@Test
	void stopDoesNotWaitForWhatIsBeingHandled() {
		this.handling = Mono::never;
		StepVerifier.withVirtualTime(this::run)
			.then(this::ready)
			.then(() -> this.socket.receive("42[\"a\"]"))
			.then(this.stop::tryEmitEmpty)
			.verifyComplete();
	}

	@Test
	void authenticationThatTheServerCannotTakeIsNotSent() {
		StepVerifier.withVirtualTime(this::run)
			.then(() -> this.socket.receive(HANDSHAKE.replace("}", ",\"maxPayload\":50}"), "40{}"))
			.verifyErrorMessage("The other end takes at most 50 bytes at once, which is too little");
	}

	private void ready() {
		this.socket.receive(HANDSHAKE, "40{}", "42[\"authenticated\",true]");
		assertThat(this.socket.sent).hasSize(2);
	}

	private Mono<Void> run() {
		this.socket = new Socket();
		RtmSession session = new RtmSession(new RtmCredentials("identifier", "key", CrispTier.PLUGIN, null), List.of(),
				Set.of("a"), 1000, new Handler());
		return session.run(this.socket, this.stop.asMono());
	}

	private final class Handler implements RtmSession.Handler {

		@Override
		public void authenticating() {
		}

		@Override
		public void ready() {
		}

		@Override
		public void heard() {
			RtmSessionTests.this.heard++;
		}

		@Override
		public Mono<Void> event(String name, JsonNode data, long size) {
			RtmSessionTests.this.handled.add(name);
			return RtmSessionTests.this.handling.get();
		}

	}

	private static final class Socket extends AbstractWebSocketSession<Object> {

		private final Sinks.Many<WebSocketMessage> frames = Sinks.many().unicast().onBackpressureBuffer();

		final List<String> sent = new ArrayList<>();

		boolean writable = true;

		boolean closed;

		Socket() {
			super(new Object(), "id",
					new HandshakeInfo(URI.create("ws://localhost"), new HttpHeaders(), Mono.empty(), null),
					DefaultDataBufferFactory.sharedInstance);
		}

		void receive(String... texts) {
			for (String text : texts) {
				this.frames.tryEmitNext(textMessage(text));
			}
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
				.concatMap((message) -> this.writable ? Mono.just(message) : Mono.never(), 0)
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

}
