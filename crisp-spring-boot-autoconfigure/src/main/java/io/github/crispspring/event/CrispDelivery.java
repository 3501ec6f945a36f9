package io.github.crispspring.event;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How an event came.
 *
 * @param transport the way it came
 * @param id tells the event from all others, if the transport knows
 * @param occurredAt when it happened, if Crisp said so
 * @param receivedAt when it arrived
 * @param attempt how often it was delivered with this one, 1 for the first time
 * @param attemptLimit how often it is delivered at most, if Crisp said so
 * @param raw the event as Crisp sent it
 */
public record CrispDelivery(Transport transport, @Nullable String id, @Nullable Instant occurredAt, Instant receivedAt,
		int attempt, @Nullable Integer attemptLimit, JsonNode raw) {

	/**
	 * Create a delivery of an event that is there for the first time, as far as is known.
	 * @param transport the way it came
	 * @param receivedAt when it arrived
	 * @param raw the event as Crisp sent it
	 * @return the delivery
	 */
	public static CrispDelivery first(Transport transport, Instant receivedAt, JsonNode raw) {
		return new CrispDelivery(transport, null, null, receivedAt, 1, null, raw);
	}

	/**
	 * Return the website that the event is about. Events of URLs for a website may have
	 * it as their resource only.
	 * @return the identifier of the website, or {@code null} if it is about none
	 */
	public @Nullable String websiteId() {
		JsonNode resource = this.raw.path("resource");
		JsonNode otherwise = "website".equals(resource.path("type").asString("")) ? resource.path("id")
				: resource.path("");
		return this.raw.path("website_id").asStringOpt().or(otherwise::asStringOpt).orElse(null);
	}

	/**
	 * Return whether a reply makes sense: whether the event belongs to a conversation.
	 * @return whether there is a conversation to reply in
	 */
	public boolean isReplyable() {
		return this.raw.hasNonNull("session_id");
	}

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
		RTM,

		/**
		 * It was read through REST, as it had been missed while there was no realtime
		 * connection.
		 */
		RECOVERY,

		/**
		 * The application published it itself, for instance in a test.
		 */
		APPLICATION

	}

}
