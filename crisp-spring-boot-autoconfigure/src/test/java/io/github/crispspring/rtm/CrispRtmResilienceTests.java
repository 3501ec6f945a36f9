package io.github.crispspring.rtm;

import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.crispspring.testsupport.WaitLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;

import org.springframework.context.ApplicationEvent;
import org.springframework.web.reactive.function.client.WebClient;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the realtime connection when code that it calls throws exceptions or errors.
 */
class CrispRtmResilienceTests extends AbstractRtmTests {

	private final AtomicInteger thrown = new AtomicInteger();

	static Stream<Throwable> throwables() {
		return Stream.of(new IllegalStateException("for the test"), new AssertionError("for the test"),
				new NoClassDefFoundError("for the test"), new StackOverflowError("for the test"),
				new OutOfMemoryError("for the test"), new UnknownVirtualMachineError());
	}

	@ParameterizedTest
	@MethodSource("throwables")
	void failedStateListenerReceivesLaterEvents(Throwable failure) throws Exception {
		this.tester = RtmTester.with().url(this.server.url()).build();
		this.tester.stateListener = (event) -> fail(failure);
		this.tester.rtm.start();
		this.server.nextReadySession();
		this.tester.await(CrispRtmState.Ready.class);
		await().until(() -> this.thrown.get() == 4);
		this.tester.stop();
		assertThat(this.thrown.get()).isEqualTo(6);
	}

	@ParameterizedTest
	@MethodSource("throwables")
	void failedCreationOfTheHttpClientIsRetried(Throwable failure) throws Exception {
		this.tester = RtmTester.with().url(this.server.url()).httpClient(() -> {
			failTwice(failure);
			return HttpClient.newConnection();
		}).start();
		this.server.nextReadySession().message("s", 1);
		assertThat(this.tester.awaitEvent()).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void threadThatCannotBeStartedIsRetried(boolean afterConnection) throws Exception {
		String hook = "no thread";
		try {
			if (!afterConnection) {
				failConnectionThreads(hook);
			}
			this.tester = RtmTester.with().url(this.server.url()).start();
			if (afterConnection) {
				StubWebSocketServer.Session session = this.server.nextReadySession();
				this.tester.await(CrispRtmState.Ready.class);
				failConnectionThreads(hook);
				session.closeConnection();
			}
			this.server.nextReadySession().message("s", 1);
			assertThat(this.tester.awaitEvent()).isNotNull();
			assertThat(this.thrown).hasValue(2);
		}
		finally {
			Schedulers.resetOnScheduleHook(hook);
		}
	}

	/**
	 * Fail twice when a thread is requested to establish the connection.
	 */
	private void failConnectionThreads(String hook) {
		Schedulers.onScheduleHook(hook, (task) -> {
			List<String> callers = StackWalker.getInstance()
				.walk((frames) -> frames.map(StackWalker.StackFrame::getClassName).toList());
			if (callers.contains(RtmConnector.class.getName())
					&& callers.stream().anyMatch((caller) -> caller.contains("BoundedElastic"))) {
				failTwice(new OutOfMemoryError("unable to create native thread"));
			}
			return task;
		});
	}

	@ParameterizedTest
	@MethodSource("throwables")
	void failedConnectionOfTheHttpClientIsRetried(Throwable failure) throws Exception {
		this.tester = RtmTester.with()
			.url(this.server.url())
			.httpClient(() -> HttpClient.newConnection().mapConnect((connect) -> Mono.defer(() -> {
				failTwice(failure);
				return connect;
			})))
			.start();
		this.server.nextReadySession().message("s", 1);
		assertThat(this.tester.awaitEvent()).isNotNull();
	}

	@ParameterizedTest
	@MethodSource("throwables")
	void failedRestCallIsRetried(Throwable failure) throws Exception {
		endpoint();
		this.tester = RtmTester.with()
			.rest(rest.baseUrl())
			.webClient(() -> WebClient.builder().filter((request, next) -> {
				failTwice(failure);
				return next.exchange(request);
			}))
			.start();
		this.server.nextReadySession().message("s", 1);
		assertThat(this.tester.awaitEvent()).isNotNull();
	}

	@ParameterizedTest
	@MethodSource("throwables")
	void connectionIsReestablishedAfterTheClockFailed(Throwable failure) throws Exception {
		AtomicInteger calls = new AtomicInteger();
		Clock clock = ((InstantSource) () -> {
			if (calls.incrementAndGet() > 1 && this.thrown.get() < 2) {
				fail(failure);
			}
			return Clock.systemUTC().instant();
		}).withZone(ZoneOffset.UTC);
		this.tester = RtmTester.with().url(this.server.url()).clock(clock).build();
		// The first attempt and the delay after it fail
		try {
			this.tester.rtm.start();
		}
		catch (Throwable ex) {
			assertThat(ex).isSameAs(failure);
		}
		await().until(() -> this.thrown.get() >= 2);
		await().until(() -> {
			this.tester.rtm.reconnectNow();
			return this.tester.rtm.state() instanceof CrispRtmState.Authenticating
					|| !this.server.hasNoFurtherSession();
		});
		this.server.nextReadySession().message("s", 1);
		assertThat(this.tester.awaitEvent()).isNotNull();
	}

	@ParameterizedTest
	@MethodSource("throwables")
	void stopDoesNotWaitForAFailedLeadership(Throwable failure) {
		this.tester = RtmTester.with().url(this.server.url()).leadership((connection) -> {
			fail(failure);
			return Mono.empty();
		}).start();
		this.tester.await(CrispRtmState.Stopped.class);
		this.tester.stop();
	}

	@Test
	void historyDoesNotDependOnListeners() throws Exception {
		CountDownLatch released = new CountDownLatch(1);
		this.tester = RtmTester.with().url(this.server.url()).build();
		this.tester.stateListener = (event) -> hold(released, event);
		this.tester.rtm.start();
		StubWebSocketServer.Session session = this.server.nextReadySession();
		this.tester.await(CrispRtmState.Ready.class);
		assertThat(this.tester.rtm.history().disconnectedSince()).isNull();
		assertThat(this.tester.rtm.history().reconnects()).isZero();
		session.closeConnection();
		this.server.nextReadySession();
		await().until(() -> this.tester.rtm.history().reconnects() == 1);
		assertThat(this.tester.rtm.history().lastError()).isNotNull();
		this.server.rejectConnections(503, "");
		await().untilAsserted(() -> assertThat(this.tester.stateEvents).hasSize(1));
		released.countDown();
	}

	private static void hold(CountDownLatch latch, ApplicationEvent event) {
		try {
			assertThat(latch.await(WaitLimit.SECONDS, TimeUnit.SECONDS)).as("released for %s", event).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void failTwice(Throwable failure) {
		if (this.thrown.get() < 2) {
			fail(failure);
		}
	}

	private void fail(Throwable failure) {
		this.thrown.incrementAndGet();
		if (failure instanceof Error error) {
			throw error;
		}
		throw (RuntimeException) failure;
	}

	private void endpoint() {
		rest.stubFor(get(WireMock.anyUrl()).willReturn(
				WireMock.okJson("{\"error\":false,\"reason\":\"resolved\",\"data\":{\"socket\":{\"app\":\"%s\"}}}"
					.formatted(this.server.url()))));
	}

	/**
	 * Error of an unknown type.
	 */
	private static final class UnknownVirtualMachineError extends VirtualMachineError {

		private static final long serialVersionUID = 1L;

	}

}
