package io.github.crispspring.rtm;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

import io.github.crispspring.testsupport.WaitLimit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the realtime connection of an instance that leads temporarily.
 */
class CrispRtmLeadershipTests {

	private final StubWebSocketServer server = new StubWebSocketServer();

	private final TestElection election = new TestElection();

	private final RtmTester tester = RtmTester.with().url(this.server.url()).leadership(this.election).build();

	@AfterEach
	void close() {
		this.tester.close();
		this.server.close();
	}

	@Test
	void instanceThatDoesNotLeadDoesNotConnect() {
		start();
		this.tester.await(CrispRtmState.Standby.class);
		assertStaysInStandby();
	}

	@Test
	void instanceThatLeadsConnects() throws Exception {
		start();
		this.election.elect(null);
		this.server.nextReadySession().message("s", 1);
		assertThat(this.tester.awaitEvent()).isNotNull();
	}

	@Test
	void withoutLeadershipNoStandbyIsPublished() throws Exception {
		try (RtmTester alone = RtmTester.connectTo(this.server.url())) {
			this.server.nextReadySession();
			alone.await(CrispRtmState.Ready.class);
			assertThat(alone.stateEvents).noneMatch((event) -> event instanceof CrispRtmStateEvent change
					&& change.getState() instanceof CrispRtmState.Standby);
		}
	}

	@Test
	void connectionIsClosedBeforeTheTermEnds() throws Exception {
		start();
		this.election.elect(null);
		StubWebSocketServer.Session session = this.server.nextReadySession();
		this.tester.await(CrispRtmState.Ready.class);
		Mono<Void> ended = this.election.dismiss();
		ended.block(WaitLimit.DURATION);
		assertThat(session.await()).isEqualTo("41");
		assertThat(session.await()).isEqualTo("close 1000");
		this.tester.await(CrispRtmState.Standby.class);
		assertThat(this.tester.awaitPublished(CrispRtmState.Disconnected.class).reason())
			.isEqualTo("This instance no longer leads");
	}

	@Test
	void instanceThatLeadsAgainConnectsAgain() throws Exception {
		start();
		this.election.elect(null);
		this.server.nextReadySession();
		this.tester.await(CrispRtmState.Ready.class);
		this.election.dismiss().block(WaitLimit.DURATION);
		this.election.elect(null);
		this.server.nextReadySession().message("s", 1);
		assertThat(this.tester.awaitEvent()).isNotNull();
	}

	@Test
	void gapBeginsWhenTheOtherInstanceLastLed() throws Exception {
		Instant ledUntil = Instant.parse("2026-01-01T00:00:00Z");
		start();
		this.election.elect(ledUntil);
		this.server.nextReadySession();
		await().until(() -> this.tester.stateEvents.stream().anyMatch(CrispRtmGapEvent.class::isInstance));
		assertThat(this.tester.stateEvents).filteredOn(CrispRtmGapEvent.class::isInstance)
			.singleElement()
			.isInstanceOfSatisfying(CrispRtmGapEvent.class, (gap) -> assertThat(gap.getFrom()).isEqualTo(ledUntil));
	}

	@Test
	void gapBeginsWithTheLastFrameOfEitherInstance() throws Exception {
		start();
		this.election.elect(null);
		this.server.nextReadySession();
		Instant ready = this.tester.await(CrispRtmState.Ready.class).since();
		this.election.dismiss().block(WaitLimit.DURATION);
		this.election.elect(ready.minusSeconds(60));
		this.server.nextReadySession();
		await().until(() -> this.tester.stateEvents.stream().anyMatch(CrispRtmGapEvent.class::isInstance));
		assertThat(this.tester.stateEvents).filteredOn(CrispRtmGapEvent.class::isInstance)
			.singleElement()
			.isInstanceOfSatisfying(CrispRtmGapEvent.class, (gap) -> assertThat(gap.getFrom()).isAfterOrEqualTo(ready));
	}

	@Test
	void stopGivesUpLeadershipAfterTheConnectionIsClosed() throws Exception {
		start();
		this.election.elect(null);
		StubWebSocketServer.Session session = this.server.nextReadySession();
		this.tester.await(CrispRtmState.Ready.class);
		this.tester.stop();
		assertThat(this.election.givenUp).isTrue();
		session.awaitEnd();
		assertThat(this.tester.rtm.state()).isInstanceOf(CrispRtmState.Stopped.class);
	}

	@Test
	void stopInStandbyEndsTheParticipation() {
		start();
		this.tester.await(CrispRtmState.Standby.class);
		this.tester.stop();
		assertThat(this.election.cancelled).isTrue();
		assertThat(this.tester.rtm.state()).isInstanceOf(CrispRtmState.Stopped.class);
	}

	@Test
	void callsHaveNoEffectInStandby() {
		start();
		this.tester.rtm.reconnectNow();
		this.tester.rtm.rebind();
		assertStaysInStandby();
	}

	@Test
	void connectionOfATermThatTheLeadershipCancelsIsClosed() throws Exception {
		Sinks.Many<Boolean> leads = Sinks.many().unicast().onBackpressureBuffer();
		try (RtmTester cancelling = connectIf(leads)) {
			StubWebSocketServer.Session session = lead(cancelling, leads);
			leads.tryEmitNext(false);
			session.awaitEnd();
			cancelling.await(CrispRtmState.Standby.class);
			assertThat(cancelling.awaitPublished(CrispRtmState.Disconnected.class).reason())
				.isEqualTo("This instance no longer leads");
			lead(cancelling, leads);
			leads.tryEmitNext(false);
		}
	}

	@Test
	void termAfterACancelledOneConnectsWhenThePreviousConnectionIsClosed() throws Exception {
		Sinks.Many<Boolean> leads = Sinks.many().unicast().onBackpressureBuffer();
		try (RtmTester cancelling = connectIf(leads)) {
			StubWebSocketServer.Session session = lead(cancelling, leads);
			leads.tryEmitNext(false);
			leads.tryEmitNext(true);
			session.awaitEnd();
			this.server.nextReadySession();
			cancelling.await(CrispRtmState.Ready.class);
			leads.tryEmitNext(false);
		}
	}

	@Test
	void stopWaitsForTheConnectionOfATermThatTheLeadershipCancelled() throws Exception {
		Sinks.Many<Boolean> leads = Sinks.many().unicast().onBackpressureBuffer();
		try (RtmTester cancelling = connectIf(leads)) {
			StubWebSocketServer.Session session = lead(cancelling, leads);
			leads.tryEmitNext(false);
			cancelling.stop();
			session.awaitEnd();
			assertThat(cancelling.rtm.state()).isInstanceOf(CrispRtmState.Stopped.class);
		}
	}

	@Test
	void connectionOfALeadershipThatFailsIsClosed() throws Exception {
		Sinks.Many<Boolean> leads = Sinks.many().unicast().onBackpressureBuffer();
		try (RtmTester failing = connectIf(leads)) {
			StubWebSocketServer.Session session = lead(failing, leads);
			leads.tryEmitError(new IllegalStateException("the store failed"));
			session.awaitEnd();
			failing.await(CrispRtmState.Stopped.class);
			failing.stop();
		}
	}

	@Test
	void connectionOfALeadershipThatCompletesIsClosed() throws Exception {
		Sinks.Empty<Void> completed = Sinks.empty();
		try (RtmTester completing = RtmTester.with().url(this.server.url()).leadership((connection) -> {
			connection.apply(new CrispRtmLeadership.Term(null, Mono.never())).subscribe();
			return completed.asMono();
		}).start()) {
			StubWebSocketServer.Session session = this.server.nextReadySession();
			completing.await(CrispRtmState.Ready.class);
			completed.tryEmitEmpty();
			session.awaitEnd();
			completing.await(CrispRtmState.Stopped.class);
		}
	}

	/**
	 * Connect with a leadership that cancels or fails without waiting for the end of the
	 * term.
	 */
	private RtmTester connectIf(Sinks.Many<Boolean> leads) {
		return RtmTester.with()
			.url(this.server.url())
			.leadership((connection) -> leads.asFlux()
				.switchMap((leading) -> leading ? connection.apply(new CrispRtmLeadership.Term(null, Mono.never()))
						: Mono.empty())
				.then())
			.start();
	}

	private StubWebSocketServer.Session lead(RtmTester tester, Sinks.Many<Boolean> leads) throws Exception {
		leads.tryEmitNext(true);
		StubWebSocketServer.Session session = this.server.nextReadySession();
		tester.await(CrispRtmState.Ready.class);
		return session;
	}

	private void start() {
		this.tester.rtm.start();
	}

	private void assertStaysInStandby() {
		await().during(Duration.ofMillis(300)).until(() -> this.tester.rtm.state() instanceof CrispRtmState.Standby);
		assertThat(this.server.hasNoFurtherSession()).isTrue();
	}

	/**
	 * Leadership that the test controls.
	 */
	private static final class TestElection implements CrispRtmLeadership {

		private final Sinks.Many<Term> terms = Sinks.many().unicast().onBackpressureBuffer();

		private final Sinks.Many<Boolean> ended = Sinks.many().replay().latest();

		private Sinks.Empty<Void> lost = Sinks.empty();

		volatile boolean cancelled;

		volatile boolean givenUp;

		private volatile boolean dismissed;

		@Override
		public Mono<Void> lead(Function<Term, Mono<Void>> connection) {
			return this.terms.asFlux()
				.concatMap((term) -> connection.apply(term).then(Mono.fromSupplier(() -> this.dismissed)))
				.doOnNext(this.ended::tryEmitNext)
				.takeWhile((dismissed) -> dismissed)
				.then()
				.doOnSuccess((nothing) -> this.givenUp = true)
				.doOnCancel(() -> this.cancelled = true);
		}

		void elect(Instant ledUntil) {
			this.dismissed = false;
			this.lost = Sinks.empty();
			this.terms.tryEmitNext(new Term(ledUntil, this.lost.asMono()));
		}

		Mono<Void> dismiss() {
			this.dismissed = true;
			Mono<Void> ended = this.ended.asFlux().next().then();
			this.lost.tryEmitEmpty();
			return ended;
		}

	}

}
