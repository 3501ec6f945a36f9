package io.github.crispspring.webhook;

import java.time.Instant;

import io.github.crispspring.event.EventJson;
import io.github.crispspring.json.CrispJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;

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
			WebhookEnvelope envelope = readWithoutTree(body);
			return (envelope != null) ? envelope : readWithTree(body);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	/**
	 * Read an envelope as Crisp documents it, whose data is located but not parsed.
	 */
	private static @Nullable WebhookEnvelope readWithoutTree(byte[] body) {
		try {
			Located sent = CrispJson.readStrictly(body, 0, body.length, Located.class);
			return (sent != null && sent.event() != null && sent.data() != null && sent.data().isObject(body))
					? new WebhookEnvelope(sent.event(), sent.websiteId(), sent.data().of(body), sent.timestamp())
					: null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static @Nullable WebhookEnvelope readWithTree(byte[] body) {
		Parsed sent = CrispJson.read(body, Parsed.class);
		return (sent != null && sent.event() != null && sent.data() != null)
				? new WebhookEnvelope(sent.event(), sent.websiteId(), EventJson.of(sent.data()), sent.timestamp())
				: null;
	}

	/**
	 * Envelope with the position of the data, of which each part may be missing.
	 */
	private record Located(@Nullable String event, @Nullable String websiteId, @Nullable Position data,
			@Nullable Instant timestamp) {

	}

	/**
	 * Envelope with a tree of the data, of which each part may be missing.
	 */
	private record Parsed(@Nullable String event, @Nullable String websiteId, @Nullable JsonNode data,
			@Nullable Instant timestamp) {

	}

	/**
	 * Position of a value in a body.
	 *
	 * @param start the first byte, negative if the body is not encoded in UTF-8
	 * @param end the byte after the last one
	 */
	@JsonDeserialize(using = PositionDeserializer.class)
	private record Position(int start, int end) {

		boolean isObject(byte[] body) {
			return this.start >= 0 && this.end > this.start && body[this.start] == '{' && body[this.end - 1] == '}';
		}

		EventJson of(byte[] body) {
			return EventJson.of(body, this.start, this.end - this.start);
		}

	}

	/**
	 * Skips a value.
	 */
	private static final class PositionDeserializer extends StdDeserializer<Position> {

		PositionDeserializer() {
			super(Position.class);
		}

		@Override
		public Position deserialize(JsonParser parser, DeserializationContext context) {
			int start = (int) parser.currentTokenLocation().getByteOffset();
			parser.skipChildren();
			return new Position(start, (int) parser.currentLocation().getByteOffset());
		}

	}

}
