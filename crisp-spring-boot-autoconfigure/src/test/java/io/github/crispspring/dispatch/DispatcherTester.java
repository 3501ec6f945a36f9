package io.github.crispspring.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.json.CrispJson;
import io.github.crispspring.testsupport.WaitLimit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Dispatcher with a listener and an error handler that record their calls.
 */
final class DispatcherTester implements AutoCloseable {

	static final Duration LIMIT = WaitLimit.DURATION;

	/**
	 * Fingerprints of the events that the listener was called for, in order.
	 */
	final List<Long> received = new CopyOnWriteArrayList<>();

	/**
	 * Failures that were reported to the error handler.
	 */
	final List<Throwable> failures = new CopyOnWriteArrayList<>();

	volatile Listener listener = (fingerprint) -> null;

	final CrispEventDispatcher dispatcher;

	private DispatcherTester(@Nullable CrispEventDeduplicator deduplicator,
			Consumer<CrispEventDispatcher.Builder> settings) {
		CrispEventDispatcher.Builder builder = CrispEventDispatcher
			.builder(this::publish,
					(deduplicator != null) ? deduplicator
							: new InMemoryCrispEventDeduplicator(100_000, Duration.ofHours(1), Clock.systemUTC()))
			.errorHandlers(List.of((failure, event, delivery) -> this.failures.add(failure)));
		settings.accept(builder);
		this.dispatcher = builder.build();
		this.dispatcher.start();
	}

	static DispatcherTester with(Consumer<CrispEventDispatcher.Builder> settings) {
		return new DispatcherTester(null, settings);
	}

	static DispatcherTester with(CrispEventDeduplicator deduplicator, Consumer<CrispEventDispatcher.Builder> settings) {
		return new DispatcherTester(deduplicator, settings);
	}

	private void publish(Object event) {
		DispatchedEvent<?> dispatched = (DispatchedEvent<?>) event;
		long fingerprint = ((MessageSend) dispatched.getPayload()).fingerprint();
		dispatched.call(this, () -> {
			this.received.add(fingerprint);
			return this.listener.handle(fingerprint);
		});
	}

	/**
	 * Dispatch a message of a conversation whose sender awaits the result.
	 */
	Mono<Void> dispatch(String session, long fingerprint) {
		JsonNode raw = raw(session, fingerprint);
		return this.dispatcher.dispatch(message(raw),
				CrispDelivery.first(CrispDelivery.Transport.WEBHOOK, Instant.EPOCH, raw));
	}

	/**
	 * Dispatch a message that is not delivered again.
	 */
	boolean tryDispatch(String session, long fingerprint) {
		JsonNode raw = raw(session, fingerprint);
		return this.dispatcher.tryDispatch(message(raw),
				CrispDelivery.first(CrispDelivery.Transport.RTM, Instant.EPOCH, raw));
	}

	/**
	 * Dispatch a message and return its failure.
	 */
	@Nullable Throwable outcome(String session, long fingerprint) {
		return outcome(dispatch(session, fingerprint));
	}

	static @Nullable Throwable outcome(Mono<Void> result) {
		return result.materialize().block(LIMIT).getThrowable();
	}

	private static CrispEvent message(JsonNode raw) {
		return new CrispEventReader().read(MessageSend.NAME, null, raw);
	}

	private static JsonNode raw(String session, long fingerprint) {
		return CrispJson.mapper()
			.createObjectNode()
			.put("website_id", "w")
			.put("session_id", session)
			.put("fingerprint", fingerprint);
	}

	void awaitIdle() {
		await().until(() -> this.dispatcher.getPendingCount() == 0);
	}

	/**
	 * Stop and close the dispatcher like an application context.
	 */
	@Override
	public void close() {
		CountDownLatch stopped = new CountDownLatch(1);
		this.dispatcher.stop(stopped::countDown);
		try {
			assertThat(stopped.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).as("stopped").isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			this.dispatcher.destroy();
		}
	}

	/**
	 * Listener for messages, which are identified by their fingerprint.
	 */
	@FunctionalInterface
	interface Listener {

		@Nullable Mono<Void> handle(long fingerprint) throws Exception;

	}

}
