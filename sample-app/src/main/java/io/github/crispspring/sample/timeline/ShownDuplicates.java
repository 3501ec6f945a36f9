package io.github.crispspring.sample.timeline;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import io.github.crispspring.event.ConversationEvent;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.listener.CrispDuplicates;
import io.github.crispspring.sample.crisp.EventDelivery;
import reactor.core.publisher.Mono;

/**
 * Shows what is not handled because it was handled before. Whether it was is for another
 * to know.
 */
final class ShownDuplicates implements CrispDuplicates {

	private final CrispDuplicates duplicates;

	private final Timeline timeline;

	private final HandledEvents handledEvents;

	private final EventDelivery delivery;

	ShownDuplicates(CrispDuplicates duplicates, Timeline timeline, HandledEvents handledEvents,
			EventDelivery delivery) {
		this.duplicates = duplicates;
		this.timeline = timeline;
		this.handledEvents = handledEvents;
		this.delivery = delivery;
	}

	@Override
	public Mono<Void> once(String key, Supplier<Mono<Void>> handling) {
		AtomicBoolean handled = new AtomicBoolean();
		Mono<Void> result = this.duplicates.once(key, () -> {
			handled.set(true);
			return handling.get();
		});
		if (!handled.get()) {
			show(key);
		}
		return result;
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
