package io.github.crispspring.sample.timeline;

import java.util.Optional;

import io.github.crispspring.dispatch.CrispEventDeduplicator;
import io.github.crispspring.event.ConversationEvent;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.sample.crisp.EventDelivery;
import reactor.core.publisher.Mono;

/**
 * {@link CrispEventDeduplicator} that adds duplicates to the timeline and delegates to
 * another one.
 */
final class ShownDuplicates implements CrispEventDeduplicator {

	private final CrispEventDeduplicator delegate;

	private final Timeline timeline;

	private final HandledEvents handledEvents;

	private final EventDelivery delivery;

	ShownDuplicates(CrispEventDeduplicator delegate, Timeline timeline, HandledEvents handledEvents,
			EventDelivery delivery) {
		this.delegate = delegate;
		this.timeline = timeline;
		this.handledEvents = handledEvents;
		this.delivery = delivery;
	}

	@Override
	public Mono<Claim> claim(String key) {
		return this.delegate.claim(key).switchIfEmpty(Mono.fromRunnable(() -> show(key)));
	}

	private void show(String key) {
		Optional<CrispEvent> event = this.handledEvents.find(key);
		this.timeline.add(TimelineEntry.of(Outcome.DUPLICATE, transport())
			.about(event.map(CrispEvent::name).orElse(null),
					event.map((known) -> (known instanceof ConversationEvent in) ? in.sessionId() : null)
						.orElse(null)));
	}

	/**
	 * The transport of a duplicate is unknown here. It is most likely the current one.
	 */
	private CrispDelivery.Transport transport() {
		return (this.delivery.transport() == EventDelivery.Transport.RTM) ? CrispDelivery.Transport.RTM
				: CrispDelivery.Transport.WEBHOOK;
	}

}
