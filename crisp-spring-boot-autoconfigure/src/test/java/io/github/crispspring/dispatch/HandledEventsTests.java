package io.github.crispspring.dispatch;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HandledEventsTests {

	/**
	 * Compares with a map, for events of which many share the last bits, so that chains
	 * are long and contain events that were replaced.
	 */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 1023, 1024, 1025, 3000, Integer.MAX_VALUE })
	void containsSameEventsAsMap(int capacity) {
		HandledEvents events = new HandledEvents(capacity);
		Map<RememberedEvent, Long> expected = new LinkedHashMap<>();
		Random random = new Random(capacity);
		for (int time = 0; time < 100_000; time++) {
			RememberedEvent event = new RememberedEvent(random.nextInt(2), random.nextInt(50) << random.nextInt(40),
					time);
			assertThat(events.contains(event)).isEqualTo(expected.containsKey(event));
			if (!expected.containsKey(event)) {
				events.add(event);
				expected.put(event, (long) time);
				removeFirst(expected, capacity);
			}
			if (random.nextInt(1000) == 0) {
				long before = time - random.nextInt(5000);
				events.removeBefore(before);
				expected.values().removeIf((since) -> since < before);
			}
			if (random.nextInt(20_000) == 0) {
				events.clear();
				expected.clear();
			}
		}
	}

	private static void removeFirst(Map<RememberedEvent, Long> events, int capacity) {
		if (events.size() > capacity) {
			Iterator<?> iterator = events.keySet().iterator();
			iterator.next();
			iterator.remove();
		}
	}

	@Test
	void eventIsNotRemovedBeforeThoseAddedEarlier() {
		HandledEvents events = new HandledEvents(10);
		RememberedEvent receivedLast = new RememberedEvent(0, 1, 5);
		RememberedEvent receivedFirst = new RememberedEvent(0, 2, 3);
		events.add(receivedLast);
		events.add(receivedFirst);
		events.removeBefore(5);
		assertThat(events.contains(receivedLast)).isTrue();
		assertThat(events.contains(receivedFirst)).isTrue();
		events.removeBefore(6);
		assertThat(events.contains(receivedLast)).isFalse();
		assertThat(events.contains(receivedFirst)).isFalse();
	}

	@Test
	void eventsAreFoundInFullCollection() {
		HandledEvents events = new HandledEvents(100_000);
		for (int i = 0; i < 250_000; i++) {
			events.add(new RememberedEvent(i, i * 0x9E3779B97F4A7C15L, i));
		}
		for (int i = 0; i < 250_000; i++) {
			assertThat(events.contains(new RememberedEvent(i, i * 0x9E3779B97F4A7C15L, 0))).isEqualTo(i >= 150_000);
		}
	}

}
