package io.github.crispspring.embedded;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Event that an embedded Crisp has delivered to the application, or is delivering.
 *
 * @param id the number of the delivery
 * @param account the name of the account that receives the event
 * @param event the name of the event
 * @param sessionId the conversation, {@code null} if the event is not about one
 * @param transport the transport
 * @param state the state of the delivery
 * @param timestamp the time at which the event occurred
 * @param body the JSON of the event, in the envelope of a webhook
 * @param attempts the attempts by webhook, none over the realtime connection
 * @param listeners the listeners of the application that were called for the event
 */
public record EmbeddedDelivery(long id, String account, String event, @Nullable String sessionId,
		EmbeddedCrisp.Transport transport, State state, Instant timestamp, String body, List<Attempt> attempts,
		List<String> listeners) {

	/**
	 * Copy the lists.
	 */
	public EmbeddedDelivery {
		attempts = List.copyOf(attempts);
		listeners = List.copyOf(listeners);
	}

	EmbeddedDelivery withState(State state) {
		return new EmbeddedDelivery(this.id, this.account, this.event, this.sessionId, this.transport, state,
				this.timestamp, this.body, this.attempts, this.listeners);
	}

	EmbeddedDelivery withAttempt(Attempt attempt, State state) {
		List<Attempt> attempts = new ArrayList<>(this.attempts);
		attempts.add(attempt);
		return new EmbeddedDelivery(this.id, this.account, this.event, this.sessionId, this.transport, state,
				this.timestamp, this.body, attempts, this.listeners);
	}

	EmbeddedDelivery withListener(String listener) {
		if (this.listeners.contains(listener)) {
			return this;
		}
		List<String> listeners = new ArrayList<>(this.listeners);
		listeners.add(listener);
		return new EmbeddedDelivery(this.id, this.account, this.event, this.sessionId, this.transport, this.state,
				this.timestamp, this.body, this.attempts, listeners);
	}

	/**
	 * Return the payload of the event without the envelope and without fields that are
	 * {@code null}, which the realtime connection leaves out.
	 */
	JsonNode payload() {
		return Json.withoutNulls(Json.MAPPER.readTree(this.body).path("data"));
	}

	/**
	 * Return whether the delivery has ended.
	 * @return whether no further attempt follows
	 */
	public boolean isEnded() {
		return this.state != State.PENDING && this.state != State.RETRYING;
	}

	@Override
	public String toString() {
		return "EmbeddedDelivery[id=" + this.id + ", account=" + this.account + ", event=" + this.event + ", sessionId="
				+ this.sessionId + ", transport=" + this.transport + ", state=" + this.state + ", attempts="
				+ this.attempts + "]";
	}

	/**
	 * State of a delivery.
	 */
	public enum State {

		/**
		 * It waits for the application, or for the response to the first attempt.
		 */
		PENDING,

		/**
		 * An attempt failed, and another one follows.
		 */
		RETRYING,

		/**
		 * The application responded with a 2xx status, or the event was written to the
		 * realtime connection.
		 */
		DELIVERED,

		/**
		 * All attempts failed.
		 */
		FAILED,

		/**
		 * The application was not connected, or not subscribed to the event.
		 */
		MISSED,

		/**
		 * Crisp does not deliver the event over this transport.
		 */
		NOT_SENT

	}

	/**
	 * Attempt to deliver an event by webhook.
	 *
	 * @param number the number of the attempt, from 1
	 * @param headers the headers of the request
	 * @param status the HTTP status of the response, {@code null} without response
	 * @param error the reason for which there is no response, {@code null} with response
	 * @param duration the time until the response or the error
	 */
	public record Attempt(int number, Map<String, String> headers, @Nullable Integer status, @Nullable String error,
			Duration duration) {

		/**
		 * Copy the headers.
		 */
		public Attempt {
			headers = Map.copyOf(headers);
		}

		boolean isSuccessful() {
			return this.status != null && this.status / 100 == 2;
		}

		/**
		 * Describes the attempt without its headers, which contain the signature.
		 */
		@Override
		public String toString() {
			return "Attempt[number=" + this.number + ", status=" + this.status + ", error=" + this.error + ", duration="
					+ this.duration + "]";
		}

	}

}
