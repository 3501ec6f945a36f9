package io.github.crispspring.sample.timeline;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import io.github.crispspring.event.ConversationEvent;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.listener.CrispDuplicates;
import reactor.core.publisher.Mono;

import org.springframework.web.context.request.RequestContextHolder;

/**
 * Shows what is not handled because it was handled before. Whether it was is for another
 * to know.
 */
final class ShownDuplicates implements CrispDuplicates {

	private final CrispDuplicates duplicates;

	private final Timeline timeline;

	private final HandledEvents handledEvents;

	ShownDuplicates(CrispDuplicates duplicates, Timeline timeline, HandledEvents handledEvents) {
		this.duplicates = duplicates;
		this.timeline = timeline;
		this.handledEvents = handledEvents;
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
	 * A web hook is accepted while its request is there.
	 */
	private CrispDelivery.Transport transport() {
		return (RequestContextHolder.getRequestAttributes() != null) ? CrispDelivery.Transport.WEBHOOK
				: CrispDelivery.Transport.RTM;
	}

}
