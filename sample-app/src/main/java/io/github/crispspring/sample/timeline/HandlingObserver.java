package io.github.crispspring.sample.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.crispspring.dispatch.CrispEventContext;
import io.github.crispspring.event.ConversationEvent;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.sample.crisp.OnlyWithEmbeddedCrisp;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Adds each handled event to the timeline. Spring Boot registers the bean with the
 * observation registry, and the starter creates an observation for each event.
 */
@Component
@OnlyWithEmbeddedCrisp
class HandlingObserver implements ObservationHandler<CrispEventContext> {

	private final Timeline timeline;

	private final HandledEvents handledEvents;

	private final Map<String, Integer> orders = new LinkedHashMap<>() {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
			return size() > HandledEvents.LIMIT;
		}

	};

	HandlingObserver(Timeline timeline, HandledEvents handledEvents) {
		this.timeline = timeline;
		this.handledEvents = handledEvents;
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof CrispEventContext;
	}

	@Override
	public void onStart(CrispEventContext context) {
		CrispDelivery delivery = context.getDelivery();
		String sessionId = (context.getEvent() instanceof ConversationEvent event) ? event.sessionId() : null;
		this.handledEvents.add(context.getEvent(), delivery);
		TimelineEntry entry = TimelineEntry.of(Outcome.HANDLING, delivery.transport())
			.about(context.getEvent().name(), sessionId)
			.handled(nextOrder(sessionId), delivery.attempt(), Duration.between(delivery.receivedAt(), Instant.now()));
		context.put(Started.class, new Started(this.timeline.add(entry), System.nanoTime()));
	}

	@Override
	public void onStop(CrispEventContext context) {
		Started started = context.getRequired(Started.class);
		Outcome outcome = (context.getError() != null) ? Outcome.FAILED : Outcome.HANDLED;
		this.timeline.replace(started.entry().ended(outcome, Duration.ofNanos(System.nanoTime() - started.nanoTime())));
	}

	private synchronized int nextOrder(@Nullable String sessionId) {
		return this.orders.merge(String.valueOf(sessionId), 1, Integer::sum);
	}

	private record Started(TimelineEntry entry, long nanoTime) {
	}

}
