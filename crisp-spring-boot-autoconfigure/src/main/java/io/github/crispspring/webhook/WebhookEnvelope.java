package io.github.crispspring.webhook;

import java.time.Instant;

import io.github.crispspring.json.CrispJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a web hook's body holds: one event, and when it happened.
 *
 * @param event what Crisp calls the event
 * @param websiteId the identifier of the website it is about
 * @param data the event itself
 * @param timestamp when it happened
 */
record WebhookEnvelope(String event, @Nullable String websiteId, JsonNode data, @Nullable Instant timestamp) {

	/**
	 * Read the body of a request.
	 * @return the envelope, or {@code null} if the body is none
	 */
	static @Nullable WebhookEnvelope read(byte[] body) {
		try {
			Sent sent = CrispJson.read(body, Sent.class);
			return (sent != null && sent.event() != null && sent.data() != null)
					? new WebhookEnvelope(sent.event(), sent.websiteId(), sent.data(), sent.timestamp()) : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	/**
	 * What JSON may lack.
	 */
	private record Sent(@Nullable String event, @Nullable String websiteId, @Nullable JsonNode data,
			@Nullable Instant timestamp) {

	}

}
