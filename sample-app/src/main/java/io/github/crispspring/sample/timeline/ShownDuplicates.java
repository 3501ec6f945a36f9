package io.github.crispspring.sample.timeline;

import java.util.Optional;

import io.github.crispspring.dispatch.CrispEventDeduplicator;
import io.github.crispspring.event.ConversationEvent;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.sample.crisp.EventDelivery;
import reactor.core.publisher.Mono;

/**
 * Shows what is not handled because it was handled before. Whether it was is for another
 * to know.
 */
final class ShownDuplicates implements CrispEventDeduplicator {

	private final CrispEventDeduplicator duplicates;

	private final Timeline timeline;

	private final HandledEvents handledEvents;

	private final EventDelivery delivery;

	ShownDuplicates(CrispEventDeduplicator duplicates, Timeline timeline, HandledEvents handledEvents,
			EventDelivery delivery) {
		this.duplicates = duplicates;
		this.timeline = timeline;
		this.handledEvents = handledEvents;
		this.delivery = delivery;
	}

	@Override
	public Mono<Claim> claim(String key) {
		return this.duplicates.claim(key).switchIfEmpty(Mono.fromRunnable(() -> show(key)));
	}

	private void show(String key) {
		Optional<CrispEvent> event = this.handledEvents.find(key);
		this.timeline.add(TimelineEntry.of(Outcome.DUPLICATE, transport())
			.about(event.map(CrispEvent::name).orElse(null),
					event.map((known) -> (known instanceof ConversationEvent in) ? in.sessionId() : null)
						.orElse(null)));
	}

	/**
	 * What came is not told here: most likely it came as Crisp sends events now.
	 */
	private CrispDelivery.Transport transport() {
		return (this.delivery.transport() == EventDelivery.Transport.RTM) ? CrispDelivery.Transport.RTM
				: CrispDelivery.Transport.WEBHOOK;
	}

}
