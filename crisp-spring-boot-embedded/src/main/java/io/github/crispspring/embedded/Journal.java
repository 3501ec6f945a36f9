package io.github.crispspring.embedded;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;

/**
 * Record of the deliveries and calls. It notifies those who wait or watch of every
 * change.
 */
final class Journal {

	static final int LIMIT = 1_000;

	private final Map<Long, EmbeddedDelivery> deliveries = new LinkedHashMap<>();

	private final Map<String, Long> lastDeliveries = new LinkedHashMap<>();

	private final Deque<EmbeddedCall> calls = new ArrayDeque<>();

	private final Sinks.Many<Change> changes = Sinks.many().multicast().directBestEffort();

	private long lastDelivery;

	private long lastCall;

	private long version;

	synchronized EmbeddedDelivery add(String account, Event event, EmbeddedCrisp.Transport transport,
			EmbeddedDelivery.State state) {
		EmbeddedDelivery delivery = new EmbeddedDelivery(++this.lastDelivery, account, event.name(), event.sessionId(),
				transport, state, Instant.ofEpochMilli(event.timestamp()),
				new String(event.toWebhookBody(), StandardCharsets.UTF_8), List.of(), List.of());
		this.deliveries.put(delivery.id(), delivery);
		removeEldest(this.deliveries);
		if (delivery.sessionId() != null) {
			if (isCause(delivery)) {
				this.lastDeliveries.put(delivery.sessionId(), delivery.id());
			}
			else {
				this.lastDeliveries.putIfAbsent(delivery.sessionId(), delivery.id());
			}
			removeEldest(this.lastDeliveries);
			publish(new Change("conversation", delivery.sessionId()));
		}
		publish(new Change("delivery", delivery));
		return delivery;
	}

	/**
	 * Return whether calls may be made for a delivery, which are rarely made for typing
	 * and read marks.
	 */
	private static boolean isCause(EmbeddedDelivery delivery) {
		return delivery.state() != EmbeddedDelivery.State.MISSED && delivery.state() != EmbeddedDelivery.State.NOT_SENT
				&& !delivery.event().startsWith("message:compose:")
				&& !delivery.event().startsWith("message:acknowledge:");
	}

	private static void removeEldest(Map<?, ?> map) {
		if (map.size() > LIMIT) {
			map.keySet().remove(map.keySet().iterator().next());
		}
	}

	synchronized void update(long id, UnaryOperator<EmbeddedDelivery> change) {
		EmbeddedDelivery changed = this.deliveries.computeIfPresent(id, (key, delivery) -> change.apply(delivery));
		if (changed != null) {
			publish(new Change("delivery", changed));
		}
	}

	/**
	 * Record that a listener was called, with the delivery of its event that has not
	 * ended, otherwise with the last one.
	 */
	synchronized void called(String listener, String event, String payload) {
		JsonNode received = Json.withoutNulls(Json.MAPPER.readTree(payload));
		List<EmbeddedDelivery> candidates = this.deliveries.values()
			.stream()
			.filter((delivery) -> delivery.event().equals(event) && delivery.payload().equals(received))
			.toList();
		if (!candidates.isEmpty()) {
			EmbeddedDelivery cause = candidates.stream()
				.filter((delivery) -> !delivery.isEnded())
				.findFirst()
				.orElse(candidates.get(candidates.size() - 1));
			update(cause.id(), (delivery) -> delivery.withListener(listener));
		}
	}

	synchronized long nextCall() {
		return ++this.lastCall;
	}

	/**
	 * Return the delivery that a call in a conversation is most likely made for: the one
	 * that waits for the response of the application, otherwise the last one.
	 */
	synchronized @Nullable Long cause(@Nullable String sessionId) {
		if (sessionId == null) {
			return null;
		}
		return this.deliveries.values()
			.stream()
			.filter((delivery) -> sessionId.equals(delivery.sessionId()) && !delivery.isEnded())
			.map(EmbeddedDelivery::id)
			.findFirst()
			.orElseGet(() -> this.lastDeliveries.get(sessionId));
	}

	/**
	 * Return the last delivery in a conversation that calls may be made for.
	 */
	synchronized @Nullable Long lastDelivery(@Nullable String sessionId) {
		return (sessionId != null) ? this.lastDeliveries.get(sessionId) : null;
	}

	/**
	 * Set the last delivery in a conversation to an earlier one, as events that a call
	 * raises are not what the next call is made for.
	 */
	synchronized void lastDelivery(@Nullable String sessionId, @Nullable Long id) {
		if (sessionId != null && id != null) {
			this.lastDeliveries.put(sessionId, id);
		}
	}

	synchronized void add(EmbeddedCall call) {
		this.calls.addLast(call);
		if (this.calls.size() > LIMIT) {
			this.calls.removeFirst();
		}
		publish(new Change("call", call));
	}

	synchronized void publish(Change change) {
		this.version++;
		notifyAll();
		this.changes.tryEmitNext(change);
	}

	synchronized List<EmbeddedDelivery> deliveries() {
		return List.copyOf(this.deliveries.values());
	}

	synchronized @Nullable EmbeddedDelivery delivery(long id) {
		return this.deliveries.get(id);
	}

	synchronized List<EmbeddedCall> calls() {
		return new ArrayList<>(this.calls);
	}

	synchronized void clear() {
		this.deliveries.clear();
		this.lastDeliveries.clear();
		this.calls.clear();
		publish(new Change("reset", ""));
	}

	/**
	 * Return the changes from now on. A subscriber that is too slow misses some.
	 */
	Flux<Change> changes() {
		return this.changes.asFlux();
	}

	synchronized void close() {
		this.changes.tryEmitComplete();
	}

	/**
	 * Wait until a condition supplies a value.
	 * @param limit the maximum time to wait
	 * @param what what is waited for, for the message of the exception
	 * @param condition supplies the value, or {@code null} if it does not exist yet
	 * @return the value
	 * @throws IllegalStateException if the time has passed
	 */
	<T> T await(Duration limit, String what, Supplier<@Nullable T> condition) {
		long deadline = System.nanoTime() + limit.toNanos();
		while (true) {
			long seen = version();
			T value = condition.get();
			if (value != null) {
				return value;
			}
			if (!awaitChange(seen, deadline)) {
				throw new IllegalStateException("%s did not happen within %s seconds. %s".formatted(what,
						limit.toMillis() / 1000.0, summary()));
			}
		}
	}

	private synchronized long version() {
		return this.version;
	}

	private synchronized boolean awaitChange(long seen, long deadline) {
		try {
			while (this.version == seen) {
				long remaining = (deadline - System.nanoTime()) / 1_000_000;
				if (remaining <= 0) {
					return false;
				}
				wait(remaining);
			}
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting", ex);
		}
	}

	private synchronized String summary() {
		return "Deliveries so far: " + this.deliveries.values() + ". Calls so far: " + this.calls;
	}

	/**
	 * Change that is published.
	 *
	 * @param type the type
	 * @param data what has changed
	 */
	record Change(String type, Object data) {

	}

}
