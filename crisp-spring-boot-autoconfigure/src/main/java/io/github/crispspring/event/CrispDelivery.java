package io.github.crispspring.event;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Details of how an event was received.
 *
 * @param account the name of the account the event belongs to, {@value #DEFAULT_ACCOUNT}
 * for the one without a name
 * @param transport the transport
 * @param id the identifier of an event without a fingerprint, if the transport provides
 * one
 * @param occurredAt the time when the event occurred, if known
 * @param receivedAt the time when the event was received
 * @param attempt the number of this delivery attempt, starting at 1
 * @param attemptLimit the maximum number of delivery attempts, if known
 * @param size the size of the event as received, in bytes; 0 if unknown
 * @param json the event as Crisp sent it
 */
public record CrispDelivery(String account, Transport transport, @Nullable String id, @Nullable Instant occurredAt,
		Instant receivedAt, int attempt, @Nullable Integer attemptLimit, long size, EventJson json) {

	/**
	 * The name of the default account, which is configured without a name.
	 */
	public static final String DEFAULT_ACCOUNT = "default";

	/**
	 * Create a delivery for the default account.
	 * @param transport the transport
	 * @param id the identifier of an event without a fingerprint, if the transport
	 * provides one
	 * @param occurredAt the time when the event occurred, if known
	 * @param receivedAt the time when the event was received
	 * @param attempt the number of this delivery attempt, starting at 1
	 * @param attemptLimit the maximum number of delivery attempts, if known
	 * @param raw the event as Crisp sent it
	 */
	public CrispDelivery(Transport transport, @Nullable String id, @Nullable Instant occurredAt, Instant receivedAt,
			int attempt, @Nullable Integer attemptLimit, JsonNode raw) {
		this(DEFAULT_ACCOUNT, transport, id, occurredAt, receivedAt, attempt, attemptLimit, 0, EventJson.of(raw));
	}

	/**
	 * Create a first delivery for the default account.
	 * @param transport the transport
	 * @param receivedAt the time when the event was received
	 * @param raw the event as Crisp sent it
	 * @return the delivery
	 */
	public static CrispDelivery first(Transport transport, Instant receivedAt, JsonNode raw) {
		return new CrispDelivery(transport, null, null, receivedAt, 1, null, raw);
	}

	/**
	 * Return a copy with the size of the event.
	 * @param size the size of the event as received, in bytes
	 * @return the copy
	 */
	public CrispDelivery withSize(long size) {
		return new CrispDelivery(this.account, this.transport, this.id, this.occurredAt, this.receivedAt, this.attempt,
				this.attemptLimit, size, this.json);
	}

	/**
	 * Return the event as Crisp sent it, which is parsed on first use.
	 * @return the JSON
	 * @throws tools.jackson.core.JacksonException if a part that the record of the event
	 * does not contain is not valid JSON
	 */
	public JsonNode raw() {
		return this.json.tree();
	}

	/**
	 * Return the website of the event. Events for upload URLs may contain it only as
	 * their resource.
	 * @return the identifier of the website, or {@code null} if the event belongs to none
	 */
	public @Nullable String websiteId() {
		JsonNode resource = raw().path("resource");
		JsonNode otherwise = "website".equals(resource.path("type").asString("")) ? resource.path("id")
				: resource.path("");
		return raw().path("website_id").asStringOpt().or(otherwise::asStringOpt).orElse(null);
	}

	/**
	 * Return whether the event can be replied to, which requires that it belongs to a
	 * conversation.
	 * @return whether the event belongs to a conversation
	 */
	public boolean isReplyable() {
		return raw().hasNonNull("session_id");
	}

	/**
	 * Return a description of the delivery without the event.
	 */
	@Override
	public String toString() {
		return "CrispDelivery[account=" + this.account + ", transport=" + this.transport + ", occurredAt="
				+ this.occurredAt + ", receivedAt=" + this.receivedAt + ", attempt=" + this.attempt + "]";
	}

	/**
	 * Transports for events.
	 */
	public enum Transport {

		/**
		 * Crisp called the webhook endpoint.
		 */
		WEBHOOK,

		/**
		 * The event was received over the RTM connection.
		 */
		RTM,

		/**
		 * The event was missed while the RTM connection was interrupted, and was read by
		 * REST.
		 */
		RECOVERY,

		/**
		 * The application published the event, for example in a test.
		 */
		APPLICATION

	}

}
