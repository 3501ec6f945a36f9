package io.github.crispspring.sample.timeline;

import java.time.Duration;
import java.time.Instant;

import io.github.crispspring.event.CrispDelivery;
import org.jspecify.annotations.Nullable;

/**
 * One line of the timeline. It says what happened to an event, and nothing of what was
 * written in it.
 *
 * @param number the line; a later entry with the same number takes its place
 * @param time when it was seen
 * @param outcome what happened
 * @param event the event's name, if it is about one
 * @param transport the way it came, if it is known
 * @param sessionId the conversation it belongs to, if any
 * @param order the how manieth event of its conversation was handled, if it was
 * @param attempt how often it was delivered, if that is known
 * @param waited how long it waited for others of its conversation, in milliseconds
 * @param took how long it took, in milliseconds
 * @param status the HTTP status that a web hook was answered with, if it is about that
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
