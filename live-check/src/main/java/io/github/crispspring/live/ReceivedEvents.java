package io.github.crispspring.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import io.github.crispspring.event.ConversationEvent;
import io.github.crispspring.event.CrispApplicationEvent;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.UnknownEvent;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.rtm.CrispRtmState;
import io.github.crispspring.rtm.CrispRtmStateEvent;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;

/**
 * Events and states of the realtime connection, without their content.
 */
class ReceivedEvents {

	private final BlockingQueue<Received> events = new LinkedBlockingQueue<>();

	private final BlockingQueue<CrispRtmState> states = new LinkedBlockingQueue<>();

	private final List<Received> seen = new ArrayList<>();

	@CrispListener
	void on(CrispApplicationEvent<CrispEvent> received) {
		CrispEvent event = received.getPayload();
		this.events.add(new Received(event.name(), received.getDelivery().transport(), event instanceof UnknownEvent,
				(event instanceof ConversationEvent conversation) ? conversation.sessionId() : null));
	}

	@EventListener
	void on(CrispRtmStateEvent change) {
		this.states.add(change.getState());
	}

	/**
	 * Wait until the realtime connection is established or rejected.
	 * @return the last state within the limit, or {@code null} if there was none
	 */
	@Nullable CrispRtmState awaitConnection(Duration limit) {
		return await(this.states,
				(state) -> state instanceof CrispRtmState.Ready || state instanceof CrispRtmState.Rejected, limit);
	}

	/**
	 * Wait for an event.
	 * @return whether it was received within the limit
	 */
	boolean await(Predicate<Received> expected, Duration limit) {
		if (this.seen.stream().anyMatch(expected)) {
			return true;
		}
		Received received = await(this.events, (event) -> {
			this.seen.add(event);
			return expected.test(event);
		}, limit);
		return received != null && expected.test(received);
	}

	private static <T> @Nullable T await(BlockingQueue<T> queue, Predicate<T> expected, Duration limit) {
		long end = System.nanoTime() + limit.toNanos();
		T last = null;
		try {
			while (last == null || !expected.test(last)) {
				T next = queue.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
				if (next == null) {
					return last;
				}
				last = next;
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return last;
	}

	/**
	 * Return the number of events by name, transport and whether their record could be
	 * read.
	 */
	Map<String, Integer> counts() {
		this.events.drainTo(this.seen);
		Map<String, Integer> counts = new TreeMap<>();
		this.seen.forEach((event) -> counts.merge(event.describe(), 1, Integer::sum));
		return counts;
	}

	/**
	 * Event without content.
	 *
	 * @param name the name
	 * @param transport the transport
	 * @param unknown whether there is no record for it, or it could not be read
	 * @param sessionId the conversation, which is not reported
	 */
	record Received(String name, CrispDelivery.Transport transport, boolean unknown, @Nullable String sessionId) {

		String describe() {
			return "%s by %s%s".formatted(this.name, this.transport, this.unknown ? ", without a matching record" : "");
		}

	}

}
