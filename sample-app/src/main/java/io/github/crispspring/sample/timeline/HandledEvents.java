package io.github.crispspring.sample.timeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

import io.github.crispspring.event.ChatMessageEvent;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.sample.crisp.OnlyWithEmbeddedCrisp;

import org.springframework.stereotype.Component;

/**
 * Most recently handled events, with which the event of a duplicate is found. A
 * {@code CrispEventDeduplicator} receives the key of an event and not the event itself.
 */
@Component
@OnlyWithEmbeddedCrisp
class HandledEvents {

	static final int LIMIT = 500;

	private final Deque<Handled> newestFirst = new ArrayDeque<>();

	synchronized void add(CrispEvent event, CrispDelivery delivery) {
		this.newestFirst.addFirst(new Handled(event, delivery));
		if (this.newestFirst.size() > LIMIT) {
			this.newestFirst.removeLast();
		}
	}

	synchronized Optional<CrispEvent> find(String key) {
		return this.newestFirst.stream().filter((handled) -> handled.matches(key)).map(Handled::event).findFirst();
	}

	private record Handled(CrispEvent event, CrispDelivery delivery) {

		boolean matches(String key) {
			if (this.event instanceof ChatMessageEvent message) {
				return key.contains(message.sessionId()) && key.contains(String.valueOf(message.fingerprint()));
			}
			return key.equals(this.delivery.id());
		}

	}

}
