package io.github.crispspring.message;

import io.github.crispspring.json.CrispJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Resolves the kind of content by the type of the message or, without a type (as in an
 * update of a message), by the fields of the content.
 */
final class MessageContentKinds {

	private MessageContentKinds() {
	}

	static @Nullable MessageContent resolve(@Nullable String type, @Nullable MessageContent content) {
		if (content instanceof TextContent text && "note".equals(type)) {
			return new NoteContent(text.text());
		}
		if (content instanceof OtherContent other && other.json().isObject()) {
			Class<? extends MessageContent> kind = (type != null) ? byType(type) : byShape(other.json());
			return (kind != null) ? read(other, kind) : content;
		}
		return content;
	}

	private static MessageContent read(OtherContent other, Class<? extends MessageContent> kind) {
		try {
			MessageContent content = CrispJson.read(other.json(), kind);
			return (content != null) ? content : other;
		}
		catch (JacksonException ex) {
			// Retain the JSON: a message with malformed content is better than none
			return other;
		}
	}

	private static @Nullable Class<? extends MessageContent> byType(String type) {
		return switch (type) {
			case "file" -> FileContent.class;
			case "animation" -> AnimationContent.class;
			case "audio" -> AudioContent.class;
			case "picker" -> PickerContent.class;
			case "field" -> FieldContent.class;
			case "carousel" -> CarouselContent.class;
			case "event" -> EventContent.class;
			default -> null;
		};
	}

	private static @Nullable Class<? extends MessageContent> byShape(JsonNode json) {
		if (json.has("choices")) {
			return PickerContent.class;
		}
		if (json.has("targets")) {
			return CarouselContent.class;
		}
		if (json.has("namespace")) {
			return EventContent.class;
		}
		if (json.has("explain") || json.has("value")) {
			return FieldContent.class;
		}
		if (json.has("id") && json.has("text")) {
			return FieldContent.class;
		}
		if (json.has("duration")) {
			return AudioContent.class;
		}
		if (json.has("url")) {
			return json.has("name") ? FileContent.class : AnimationContent.class;
		}
		return null;
	}

	/**
	 * Return a description without the content, so that a logged event does not disclose
	 * texts.
	 */
	static String describe(MessageContent content) {
		return content.getClass().getSimpleName() + "[...]";
	}

}
