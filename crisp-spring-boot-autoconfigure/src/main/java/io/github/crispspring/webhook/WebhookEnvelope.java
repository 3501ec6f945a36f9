package io.github.crispspring.webhook;

import java.time.Instant;

import io.github.crispspring.event.EventJson;
import io.github.crispspring.json.CrispJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * Content of a webhook: one event and its metadata.
 *
 * @param event the name of the event
 * @param websiteId the identifier of the website, or {@code null} if it is missing
 * @param data the data of the event
 * @param timestamp when the event happened, or {@code null} if it is missing
 */
record WebhookEnvelope(String event, @Nullable String websiteId, EventJson data, @Nullable Instant timestamp) {

	/**
	 * Read the body of a request.
	 * @return the envelope, or {@code null} if the body is not an event
	 */
	static @Nullable WebhookEnvelope read(byte[] body) {
		try {
			WebhookEnvelope envelope = readInOnePass(body);
			return (envelope != null) ? envelope : readWithTree(body);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	/**
	 * Read an envelope as Crisp sends it: an object in UTF-8 with the name of the event
	 * before its data. The record of the event is read in the same pass.
	 */
	private static @Nullable WebhookEnvelope readInOnePass(byte[] body) {
		String event = null;
		String websiteId = null;
		EventJson data = null;
		Instant timestamp = null;
		try (JsonParser parser = CrispJson.mapper().createParser(body)) {
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				return null;
			}
			for (String field = parser.nextName(); field != null; field = parser.nextName()) {
				JsonToken value = parser.nextToken();
				switch (field) {
					case "event" -> {
						if (value != JsonToken.VALUE_STRING) {
							return null;
						}
						event = parser.getString();
					}
					case "website_id" -> {
						if (value != JsonToken.VALUE_STRING) {
							return null;
						}
						websiteId = parser.getString();
					}
					case "data" -> {
						if (event == null || !isObject(body, parser)) {
							return null;
						}
						data = EventJson.read(event, parser, body, 0);
					}
					case "timestamp" -> {
						timestamp = CrispJson.readStrictly(parser, Instant.class);
					}
					default -> parser.skipChildren();
				}
			}
			boolean complete = parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
			return (complete && event != null && data != null) ? new WebhookEnvelope(event, websiteId, data, timestamp)
					: null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	/**
	 * Return whether a value is an object at a known position, which is the case in UTF-8
	 * only.
	 */
	private static boolean isObject(byte[] body, JsonParser parser) {
		long start = parser.currentTokenLocation().getByteOffset();
		return start >= 0 && body[(int) start] == '{';
	}

	private static @Nullable WebhookEnvelope readWithTree(byte[] body) {
		Parsed sent = CrispJson.read(body, Parsed.class);
		return (sent != null && sent.event() != null && sent.data() != null)
				? new WebhookEnvelope(sent.event(), sent.websiteId(), EventJson.of(sent.data()), sent.timestamp())
				: null;
	}

	/**
	 * Envelope with a tree of the data, of which each part may be missing.
	 */
	private record Parsed(@Nullable String event, @Nullable String websiteId, @Nullable JsonNode data,
			@Nullable Instant timestamp) {

	}

}
