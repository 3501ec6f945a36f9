package io.github.crispspring.webhook;

import java.time.Instant;

import io.github.crispspring.json.CrispJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Content of a webhook: one event and its metadata.
 *
 * @param event the name of the event
 * @param websiteId the identifier of the website, or {@code null} if it is missing
 * @param data the data of the event
 * @param timestamp when the event happened, or {@code null} if it is missing
 */
record WebhookEnvelope(String event, @Nullable String websiteId, JsonNode data, @Nullable Instant timestamp) {

	/**
	 * Read the body of a request.
	 * @return the envelope, or {@code null} if the body is not an event
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
	 * Envelope as received, of which each part may be missing.
	 */
	private record Sent(@Nullable String event, @Nullable String websiteId, @Nullable JsonNode data,
			@Nullable Instant timestamp) {

	}

}
