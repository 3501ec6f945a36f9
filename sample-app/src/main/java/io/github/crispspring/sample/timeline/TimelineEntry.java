package io.github.crispspring.sample.timeline;

import java.time.Duration;
import java.time.Instant;

import io.github.crispspring.event.CrispDelivery;
import org.jspecify.annotations.Nullable;

/**
 * Entry of the timeline. It never contains the text of a message.
 *
 * @param number the number of the entry, which a later entry with the same number
 * replaces
 * @param time the time of the observation
 * @param outcome the outcome
 * @param event the name of the event, or {@code null} if the entry is about a connection
 * @param transport the transport, or {@code null} if it is unknown
 * @param sessionId the session identifier of the conversation, or {@code null} if none
 * @param order the position among the handled events of the conversation, starting at 1,
 * or {@code null} if the event was not handled
 * @param attempt the number of deliveries so far, or {@code null} if it is unknown
 * @param waited the time from receipt to handling in milliseconds, or {@code null} if the
 * event was not handled
 * @param took the duration of the handling or the request in milliseconds, or
 * {@code null} if there was none
 * @param status the HTTP status of the response to a webhook, or {@code null} if none
 */
record TimelineEntry(long number, Instant time, Outcome outcome, @Nullable String event,
		CrispDelivery.@Nullable Transport transport, @Nullable String sessionId, @Nullable Integer order,
		@Nullable Integer attempt, @Nullable Long waited, @Nullable Long took, @Nullable Integer status) {

	static TimelineEntry of(Outcome outcome, CrispDelivery.Transport transport) {
		return new TimelineEntry(0, Instant.now(), outcome, null, transport, null, null, null, null, null, null);
	}

	TimelineEntry numbered(long number) {
		return new TimelineEntry(number, this.time, this.outcome, this.event, this.transport, this.sessionId,
				this.order, this.attempt, this.waited, this.took, this.status);
	}

	TimelineEntry about(@Nullable String event, @Nullable String sessionId) {
		return new TimelineEntry(this.number, this.time, this.outcome, event, this.transport, sessionId, this.order,
				this.attempt, this.waited, this.took, this.status);
	}

	TimelineEntry handled(int order, int attempt, Duration waited) {
		return new TimelineEntry(this.number, this.time, this.outcome, this.event, this.transport, this.sessionId,
				order, attempt, waited.toMillis(), this.took, this.status);
	}

	TimelineEntry ended(Outcome outcome, Duration took) {
		return new TimelineEntry(this.number, this.time, outcome, this.event, this.transport, this.sessionId,
				this.order, this.attempt, this.waited, took.toMillis(), this.status);
	}

	TimelineEntry answered(int attempt, @Nullable Integer status, Duration took) {
		return new TimelineEntry(this.number, this.time, this.outcome, this.event, this.transport, this.sessionId,
				this.order, attempt, this.waited, took.toMillis(), status);
	}

}
