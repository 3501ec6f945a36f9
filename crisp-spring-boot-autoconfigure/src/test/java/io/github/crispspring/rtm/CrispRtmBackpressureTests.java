package io.github.crispspring.rtm;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

import io.github.crispspring.event.MessageSend;
import io.github.crispspring.event.SessionSetNickname;
import io.github.crispspring.testsupport.WaitLimit;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the realtime connection with listeners that are slower than the server.
 */
@Tag("long")
class CrispRtmBackpressureTests {

	private static final Map<String, Object> CREDENTIALS = Map.of("username", "identifier", "password", "swordfish");

	private static final int SESSIONS = 100;

	private TestRtmServer server;

	private RtmTester tester;

	@AfterEach
	void close() {
		this.tester.close();
		if (this.server != null) {
			this.server.close();
		}
	}

	@Test
	void serverDoesNotCloseTheConnectionWhileTheQueueIsFull() throws Exception {
		this.server = new TestRtmServer(CREDENTIALS, 0, 300, 1500);
		this.tester = RtmTester.with().url(this.server.url()).capacity(1).build();
		BlockingListener listener = new BlockingListener(this.tester);
		this.tester.rtm.start();
		this.tester.await(CrispRtmState.Ready.class);
		for (int i = 1; i <= 50; i++) {
			this.server.emit("message:send", message("s", i));
		}
		listener.blockFor(Duration.ofSeconds(3), this.server.disconnected::isEmpty);
		await().until(() -> this.tester.events.size() == 50);
		assertThat(this.tester.events).extracting((event) -> ((MessageSend) event.getPayload()).fingerprint())
			.containsExactlyElementsOf(LongStream.rangeClosed(1, 50).boxed().toList());
		assertThat(this.server.disconnected).isEmpty();
	}

	@Test
	void gapBeginsBeforeTheEventsThatWereNotRead() throws Exception {
		try (StubWebSocketServer webSocketServer = new StubWebSocketServer()) {
			this.tester = RtmTester.with().url(webSocketServer.url()).capacity(1).build();
			BlockingListener listener = new BlockingListener(this.tester);
			this.tester.rtm.start();
			StubWebSocketServer.Session session = webSocketServer.nextReadySession();
			this.tester.await(CrispRtmState.Ready.class);
			session.message("s", 1);
			listener.awaitFirstEvent();
			Instant first = this.tester.rtm.lastEventAt();
			session.message("s", 2);
			// The second event waits for capacity, and the third is not read
			await().until(() -> this.tester.rtm.lastEventAt().isAfter(first));
			Instant unread = Instant.now();
			session.message("s", 3).sendClose(1001);
			listener.unblock();
			webSocketServer.nextReadySession();
			await().until(() -> this.tester.stateEvents.stream().anyMatch(CrispRtmGapEvent.class::isInstance));
			await().until(() -> this.tester.events.size() == 3);
			assertThat(this.tester.stateEvents.stream()
				.filter(CrispRtmGapEvent.class::isInstance)
				.map(CrispRtmGapEvent.class::cast)).singleElement()
				.satisfies((gap) -> assertThat(gap.getFrom()).isBeforeOrEqualTo(unread))
				.satisfies((gap) -> assertThat(gap.getTo()).isAfterOrEqualTo(unread));
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 1_000_000 })
	void pongsAreSentDuringABurstOfEvents(int capacity) throws Exception {
		int count = 200_000;
		AtomicInteger handled = new AtomicInteger();
		try (StubWebSocketServer webSocketServer = new StubWebSocketServer()) {
			this.tester = RtmTester.with().url(webSocketServer.url()).capacity(capacity).build();
			this.tester.listener = (event) -> handled.incrementAndGet();
			this.tester.rtm.start();
			StubWebSocketServer.Session session = webSocketServer.nextSession()
				.open(30_000, 100)
				.connect()
				.authenticate();
			this.tester.await(CrispRtmState.Ready.class);
			session.send(Flux.range(0, count)
				.map((i) -> "42[\"session:set_nickname\",{\"website_id\":\"w\",\"session_id\":\"%d\",\"nickname\":\"n\"}]"
					.formatted(i % SESSIONS))
				.concatWithValues("2")
				.map(TextWebSocketFrame::new));
			until(() -> handled.get() == count);
			// The only ping of the server is behind all events
			assertThat(session.received.stream().filter("3"::equals).count()).isGreaterThan(2);
			assertThat(this.tester.stateEvents).noneMatch(CrispRtmDisconnectedEvent.class::isInstance);
		}
	}

	@Test
	void serverDoesNotTimeOutDuringABurstOfEvents() throws Exception {
		int count = 100_000;
		AtomicInteger handled = new AtomicInteger();
		this.server = new TestRtmServer(CREDENTIALS, 0, 1000, 1000);
		this.tester = RtmTester.with().url(this.server.url()).capacity(10).build();
		this.tester.listener = (event) -> handled.incrementAndGet();
		this.tester.rtm.start();
		this.tester.await(CrispRtmState.Ready.class);
		ExecutorService sending = Executors.newSingleThreadExecutor();
		try {
			Future<?> sent = sending
				.submit(() -> this.server.emitAll(count, 5000, SessionSetNickname.NAME, this::numbered));
			until(() -> handled.get() == count);
			sent.get(WaitLimit.SECONDS, TimeUnit.SECONDS);
		}
		finally {
			sending.shutdownNow();
		}
		assertThat(this.server.disconnected).isEmpty();
	}

	@Test
	void eventsAreReadNoFasterThanTheyAreHandled() throws Exception {
		String padding = "x".repeat(10_000);
		int count = 20_000;
		AtomicInteger sent = new AtomicInteger();
		try (StubWebSocketServer webSocketServer = new StubWebSocketServer()) {
			this.tester = RtmTester.with().url(webSocketServer.url()).capacity(10).build();
			BlockingListener listener = new BlockingListener(this.tester);
			this.tester.rtm.start();
			webSocketServer.nextReadySession()
				.send(Flux.range(0, count)
					.map((i) -> "42[\"session:set_nickname\",{\"website_id\":\"w\",\"session_id\":\"s\",\"nickname\":\"%s\"}]"
						.formatted(padding))
					.doOnNext((text) -> sent.incrementAndGet())
					.map(TextWebSocketFrame::new));
			listener.awaitFirstEvent();
			AtomicInteger before = new AtomicInteger(-1);
			await().pollInterval(Duration.ofMillis(500)).until(() -> before.getAndSet(sent.get()) == sent.get());
			// The rest of almost 200 MiB does not fit into the buffers of the operating
			// system
			assertThat(sent.get()).isLessThan(count / 4);
			listener.unblock();
			until(() -> this.tester.events.size() == count);
		}
	}

	@Test
	void burstOfEventsIsHandledInOrderWithConstantMemory() throws Exception {
		int count = 500_000;
		int capacity = 1000;
		AtomicIntegerArray expected = new AtomicIntegerArray(SESSIONS);
		AtomicInteger handled = new AtomicInteger();
		AtomicInteger misplaced = new AtomicInteger();
		this.server = new TestRtmServer(CREDENTIALS);
		this.tester = RtmTester.with().url(this.server.url()).capacity(capacity).build();
		this.tester.listener = (event) -> {
			SessionSetNickname change = (SessionSetNickname) event.getPayload();
			int session = Integer.parseInt(change.sessionId());
			if (expected.getAndIncrement(session) != Integer.parseInt(change.nickname())) {
				misplaced.incrementAndGet();
			}
			if (handled.incrementAndGet() % 50 == 0) {
				// Slower than the server
				LockSupport.parkNanos(200_000);
			}
		};
		this.tester.rtm.start();
		this.tester.await(CrispRtmState.Ready.class);
		List<Long> memory = new ArrayList<>();
		ExecutorService sending = Executors.newSingleThreadExecutor();
		try {
			Future<?> sent = sending
				.submit(() -> this.server.emitAll(count, 5000, SessionSetNickname.NAME, this::numbered));
			for (int tenth = 1; tenth <= 9; tenth++) {
				int reached = tenth * count / 10;
				until(() -> handled.get() >= reached);
				memory.add(usedMemory());
			}
			sent.get(WaitLimit.SECONDS, TimeUnit.SECONDS);
			until(() -> handled.get() == count);
		}
		finally {
			sending.shutdownNow();
		}
		assertThat(misplaced).hasValue(0);
		assertThat(this.tester.stateEvents).noneMatch(CrispRtmDisconnectedEvent.class::isInstance);
		// 10,000 unread events would be within the tolerance, but not all of them
		assertThat(memory.get(8) - memory.get(0)).as("growth of %s", memory).isLessThan(20 * 1024 * 1024);
	}

	private void until(Callable<Boolean> reached) {
		await().pollInterval(Duration.ofMillis(50)).until(reached);
	}

	private long usedMemory() {
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	/**
	 * Create a small event that is not deduplicated, with its number in the conversation.
	 */
	private Map<String, Object> numbered(int i) {
		return Map.of("website_id", "w", "session_id", String.valueOf(i % SESSIONS), "nickname",
				String.valueOf(i / SESSIONS));
	}

	private Map<String, Object> message(String sessionId, long fingerprint) {
		return Map.of("website_id", "w", "session_id", sessionId, "type", "text", "from", "user", "content", "text",
				"fingerprint", fingerprint);
	}

}
