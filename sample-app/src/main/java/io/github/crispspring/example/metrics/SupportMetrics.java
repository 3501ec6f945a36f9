package io.github.crispspring.example.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import io.github.crispspring.event.ConversationEvent;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.MessageReceived;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.event.SessionSetState;
import io.github.crispspring.event.SessionSyncRating;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.message.Sender;
import io.github.crispspring.model.ConversationState;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

/**
 * Metrics of the support: time to the first response, time to resolution, and ratings.
 */
@Component
class SupportMetrics {

	private final ConcurrentLruCache<String, AtomicReference<@Nullable Request>> requests = new ConcurrentLruCache<>(
			10_000, (conversation) -> new AtomicReference<>());

	private final MeterRegistry meters;

	SupportMetrics(MeterRegistry meters) {
		this.meters = meters;
	}

	@CrispListener(from = Sender.USER)
	void requested(MessageSend message, CrispDelivery delivery) {
		request(message).compareAndSet(null, new Request(time(message.timestamp(), delivery), false));
	}

	@CrispListener(from = Sender.OPERATOR, types = { "text", "file", "picker", "carousel" })
	void responded(MessageReceived message, CrispDelivery delivery) {
		Request request = request(message).get();
		if (request != null && !request.answered()) {
			request(message).set(new Request(request.since(), true));
			this.meters.timer("support.first.response", "by", message.automated() ? "bot" : "operator")
				.record(Duration.between(request.since(), time(message.timestamp(), delivery)));
		}
	}

	@CrispListener
	void resolved(SessionSetState change, CrispDelivery delivery) {
		Request request = (change.state() == ConversationState.RESOLVED) ? request(change).getAndSet(null) : null;
		if (request != null) {
			this.meters.timer("support.resolution")
				.record(Duration.between(request.since(), time(delivery.occurredAt(), delivery)));
		}
	}

	@CrispListener
	void rated(SessionSyncRating change) {
		SessionSyncRating.Rating rating = change.rating();
		if (rating != null && rating.stars() != null) {
			this.meters.summary("support.rating").record(rating.stars());
		}
	}

	private AtomicReference<@Nullable Request> request(ConversationEvent event) {
		return this.requests.get(event.sessionId());
	}

	private static Instant time(@Nullable Instant time, CrispDelivery delivery) {
		return (time != null) ? time : delivery.receivedAt();
	}

	/**
	 * A request of a visitor that is not resolved.
	 *
	 * @param since when it began
	 * @param answered whether it was answered
	 */
	private record Request(Instant since, boolean answered) {

	}

}
