package io.github.crispspring.webhook;

import java.time.Instant;

import io.github.crispspring.json.CrispJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a web hook's body holds: one event, and when it happened.
 */
record WebhookEnvelope(@Nullable String websiteId, @Nullable String event, @Nullable JsonNode data,
		@Nullable Instant timestamp) {

	/**
	 * Read the body of a request.
	 * @return the envelope, or {@code null} if the body is none
	 */
	static @Nullable WebhookEnvelope read(byte[] body) {
		try {
			WebhookEnvelope envelope = CrispJson.mapper().readValue(body, WebhookEnvelope.class);
			return (envelope != null && envelope.event() != null && envelope.data() != null) ? envelope : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

}
