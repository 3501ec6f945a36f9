package io.github.crispspring.event;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How an event came.
 *
 * @param transport the way it came
 * @param occurredAt when it happened, if Crisp said so
 * @param receivedAt when it arrived
 * @param attempt how often it was delivered with this one, 1 for the first time
 * @param raw the event as Crisp sent it
 */
public record CrispDelivery(Transport transport, @Nullable Instant occurredAt, Instant receivedAt, int attempt,
		JsonNode raw) {

	/**
	 * Describes the delivery without the event.
	 */
	@Override
	public String toString() {
		return "CrispDelivery[transport=" + this.transport + ", occurredAt=" + this.occurredAt + ", receivedAt="
				+ this.receivedAt + ", attempt=" + this.attempt + "]";
	}

	/**
	 * The ways an event can come.
	 */
	public enum Transport {

		/**
		 * Crisp called the application's web hook.
		 */
		WEBHOOK,

		/**
		 * It came over the realtime connection.
		 */
		RTM

	}

}
