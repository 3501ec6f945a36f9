package io.github.crispspring.rtm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.github.crispspring.client.CrispCredentials;
import io.github.crispspring.event.EventJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the time limits of {@link RtmSession}. They use virtual time, and therefore
 * no real WebSocket; everything else is tested with real servers.
 */
class RtmSessionTests {

	private static final String HANDSHAKE = "0{\"sid\":\"a\",\"pingInterval\":25000,\"pingTimeout\":20000}";

	private final List<String> handled = new ArrayList<>();

	private Supplier<@Nullable Mono<Void>> handling = () -> null;

	private final RtmGapDetector gaps = new RtmGapDetector();

	private StubWebSocketSession socket;

	private RtmStateMachine states;

	@Test
	void connectionWithoutHandshakeIsClosed() {
		StepVerifier.withVirtualTime(this::run)
			.expectSubscription()
			.expectNoEvent(Duration.ofMillis(9_999))
			.thenAwait(Duration.ofMillis(1))
			.verifyErrorMessage("The server sent no handshake within 10 s");
	}

	@Test
	void connectionThatIsNotConfirmedIsClosed() {
		StepVerifier.withVirtualTime(this::run)
			.expectSubscription()
			.expectNoEvent(Duration.ofSeconds(9))
			.then(() -> this.socket.receive(HANDSHAKE))
			.expectNoEvent(Duration.ofMillis(9_999))
			.thenAwait(Duration.ofMillis(1))
			.verifyErrorMessage("The server did not confirm the Socket.IO connection within 10 s");
	}

	@Test
	void connectionWithoutResponseToTheAuthenticationIsClosed() {
		StepVerifier.withVirtualTime(this::run)
			.then(() -> this.socket.receive(HANDSHAKE, "40{}"))
			.thenAwait(Duration.ofMillis(9_999))
			.then(() -> this.socket.receive("2"))
			.thenAwait(Duration.ofMillis(1))
			.verifyErrorMessage("Crisp did not respond to the authentication within 10 s");
	}

	@Test
	void connectionIsClosedWhenAPingIsOverdue() {
		StepVerifier.withVirtualTime(this::run)
			.then(this::ready)
			.expectNoEvent(Duration.ofMillis(44_999))
			.thenAwait(Duration.ofMillis(1))
			.verifyErrorMessage("The server has sent no ping for 45000 ms");
	}

	@Test
	void pingIsAnsweredAndRestartsTheTimeLimit() {
		StepVerifier.withVirtualTime(this::run)
			.then(this::ready)
			.expectNoEvent(Duration.ofSeconds(40))
			.then(() -> this.socket.receive("2"))
			.then(() -> assertThat(this.socket.sent()).endsWith("3"))
			.expectNoEvent(Duration.ofMillis(44_999))
			.thenAwait(Duration.ofSeconds(3))
			.verifyErrorMessage("The server has sent no ping for 45000 ms");
	}

	@Test
	void eventsDoNotCountAsPings() {
		StepVerifier.withVirtualTime(this::run)
			.then(this::ready)
			.thenAwait(Duration.ofSeconds(40))
			.then(() -> this.socket.receive("42[\"a\"]"))
			.thenAwait(Duration.ofSeconds(10))
			.verifyErrorMessage("The server has sent no ping for 45000 ms");
	}

	@Test
	void pingBehindUnreadEventsIsNotOverdue() {
		Sinks.Empty<Void> capacity = Sinks.empty();
		this.handling = capacity::asMono;
		StepVerifier.withVirtualTime(this::run)
			.then(this::ready)
			.then(() -> this.socket.receive("42[\"a\"]", "42[\"b\"]", "2"))
			.expectNoEvent(Duration.ofHours(1))
			.then(() -> assertThat(this.handled).containsExactly("a"))
			// Every 10 seconds, as the server waits 20 for a pong
			.then(() -> assertThat(this.socket.pongs()).isEqualTo(360))
			.then(capacity::tryEmitEmpty)
			.then(() -> assertThat(this.handled).containsExactly("a", "b"))
			.then(() -> assertThat(this.socket.pongs()).isEqualTo(361))
			.expectNoEvent(Duration.ofSeconds(44))
			.thenAwait(Duration.ofSeconds(4))
			.verifyErrorMessage("The server has sent no ping for 45000 ms");
	}

	@Test
	void manyShortDelaysDoNotMakeAPongLate() {
		this.handling = () -> Mono.delay(Duration.ofSeconds(1)).then();
		StepVerifier.withVirtualTime(this::run).then(this::ready).then(() -> {
			for (int i = 0; i < 300; i++) {
				this.socket.receive("42[\"a\"]");
			}
		})
			.expectNoEvent(Duration.ofMinutes(5))
			.then(() -> assertThat(this.socket.pongs()).isBetween(27L, 30L))
			.then(() -> this.states.close())
			.verifyComplete();
	}

	@Test
	void noPongIsSentWithoutAPingWhileNoEventIsPending() {
		StepVerifier.withVirtualTime(this::run)
			.then(this::ready)
			.expectNoEvent(Duration.ofSeconds(40))
			.then(() -> assertThat(this.socket.pongs()).isZero())
			.then(() -> this.states.close())
			.verifyComplete();
	}

	@Test
	void onlyFramesThatAreNotBehindUnreadEventsCountAsReceived() {
		this.handling = () -> Mono.delay(Duration.ofMillis(10)).then();
		StepVerifier.withVirtualTime(this::run)
			.then(this::ready)
			.thenAwait(Duration.ofMillis(500))
			.then(() -> this.socket.receive("42[\"a\"]", "42[\"b\"]", "42[\"c\"]"))
			.thenAwait(Duration.ofMillis(100))
			// The first event arrived alone, the others may have been waiting
			.then(() -> assertThat(this.handled).hasSize(3))
			.then(() -> assertThat(lastReceivedAt()).hasMillis(500))
			.thenAwait(Duration.ofSeconds(1))
			.then(() -> this.socket.receive("2"))
			.then(() -> assertThat(lastReceivedAt()).hasMillis(1600))
			.then(() -> this.states.close())
			.verifyComplete();
	}

	@Test
	void connectionIsClosedIfTheServerDoesNotReadAResponse() {
		StepVerifier.withVirtualTime(this::run)
			.then(this::ready)
			.then(() -> this.socket.stopReading())
			.then(() -> this.socket.receive("421[\"a\"]", "422[\"a\"]", "423[\"a\"]"))
			.expectNoEvent(Duration.ofMillis(9_999))
			// The WebSocket took one response, not the second
			.then(() -> assertThat(this.handled).hasSize(2))
			.thenAwait(Duration.ofMillis(1))
			.verifyErrorMessage("The server does not read what is sent to it");
	}

	@Test
	void stopDisconnectsAndClosesTheWebSocket() {
		StepVerifier.withVirtualTime(this::run).then(this::ready).then(() -> this.states.close()).verifyComplete();
		assertThat(this.socket.sent()).endsWith("41");
		assertThat(this.socket.isOpen()).isFalse();
	}

	@Test
	void stopDoesNotWaitForAPendingEvent() {
		this.handling = Mono::never;
		StepVerifier.withVirtualTime(this::run)
			.then(this::ready)
			.then(() -> this.socket.receive("42[\"a\"]"))
			.then(() -> this.states.close())
			.verifyComplete();
	}

	@Test
	void authenticationLargerThanTheServerAcceptsIsNotSent() {
		StepVerifier.withVirtualTime(this::run)
			.then(() -> this.socket.receive(HANDSHAKE.replace("}", ",\"maxPayload\":50}"), "40{}"))
			.verifyErrorMessage("The server accepts at most 50 bytes per message, which is too little");
	}

	private void ready() {
		this.socket.receive(HANDSHAKE, "40{}", "42[\"authenticated\",true]");
		assertThat(this.socket.sent()).hasSize(2);
	}

	private Mono<Void> run() {
		this.socket = new StubWebSocketSession();
		RtmStatePublisher publisher = new RtmStatePublisher(this, "default", (event) -> {
		}, virtualClock(), Duration.ofMinutes(1));
		this.states = new RtmStateMachine(publisher, this.gaps, null, Set.of("a"), () -> true);
		RtmAuthentication authentication = RtmAuthentication.of(new CrispCredentials("identifier", "key"), List.of(),
				Set.of("a"));
		RtmSession session = new RtmSession(authentication, 1000, this::accept, this.states, new RtmBindRequests());
		return session.run(this.socket);
	}

	private RtmEventSink.Acceptance accept(String name, EventJson data, long size) {
		this.handled.add(name);
		return new RtmEventSink.Acceptance(this.handling.get());
	}

	/**
	 * Return the virtual time at which a frame was last received that was not behind
	 * unread events.
	 */
	private Duration lastReceivedAt() {
		Instant time = this.gaps.connected(Instant.EPOCH);
		assertThat(time).isNotNull();
		this.gaps.received(time);
		return Duration.between(Instant.EPOCH, time);
	}

	private static Clock virtualClock() {
		return ((InstantSource) () -> Instant.ofEpochMilli(Schedulers.parallel().now(TimeUnit.MILLISECONDS)))
			.withZone(ZoneOffset.UTC);
	}

}
