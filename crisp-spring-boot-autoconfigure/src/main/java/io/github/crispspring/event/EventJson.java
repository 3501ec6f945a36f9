package io.github.crispspring.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.crispspring.json.CrispJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/**
 * JSON of an event as Crisp sent it. JSON in bytes is parsed into a tree only when the
 * tree is used for the first time, as reading the record of an event requires none.
 */
public final class EventJson {

	private final byte @Nullable [] bytes;

	private final int offset;

	private final int length;

	private final @Nullable CrispEvent event;

	private volatile @Nullable JsonNode tree;

	private EventJson(byte @Nullable [] bytes, int offset, int length, @Nullable CrispEvent event,
			@Nullable JsonNode tree) {
		this.bytes = bytes;
		this.offset = offset;
		this.length = length;
		this.event = event;
		this.tree = tree;
	}

	/**
	 * Create an instance from a tree.
	 * @param tree the tree
	 * @return the JSON
	 */
	@JsonCreator
	public static EventJson of(JsonNode tree) {
		return new EventJson(null, 0, 0, null, tree);
	}

	/**
	 * Create an instance from a part of an array, which must not be modified.
	 * @param bytes the array, which contains JSON in UTF-8
	 * @param offset the first byte of the JSON
	 * @param length the number of bytes of the JSON
	 * @return the JSON
	 */
	public static EventJson of(byte[] bytes, int offset, int length) {
		return new EventJson(bytes, offset, length, null, null);
	}

	/**
	 * Create an instance from the JSON that begins at the current token of a parser, and
	 * read the record of the event in the same pass. The next token is then the one that
	 * follows the JSON.
	 * @param name the name of the event
	 * @param parser the parser of a part of the array
	 * @param bytes the array, which must not be modified
	 * @param offset the first byte of the part
	 * @return the JSON
	 * @throws JacksonException if the JSON cannot be parsed, or if the record can only be
	 * read from the tree
	 */
	public static EventJson read(String name, JsonParser parser, byte[] bytes, int offset) {
		long start = parser.currentTokenLocation().getByteOffset();
		Class<? extends CrispEvent> type = EventTypes.typeOf(name);
		CrispEvent event = null;
		if (type != null) {
			event = CrispJson.readStrictly(parser, type);
		}
		else {
			parser.skipChildren();
		}
		long end = parser.currentLocation().getByteOffset();
		return new EventJson(bytes, offset + (int) start, (int) (end - start), event, null);
	}

	/**
	 * Return the tree.
	 * @return the tree, the same object each time
	 * @throws JacksonException if the JSON cannot be parsed
	 */
	@JsonValue
	public JsonNode tree() {
		JsonNode tree = this.tree;
		if (tree != null) {
			return tree;
		}
		synchronized (this) {
			tree = this.tree;
			if (tree == null) {
				tree = CrispJson.mapper().readTree(this.bytes, this.offset, this.length);
				this.tree = tree;
			}
			return tree;
		}
	}

	/**
	 * Read a record without a tree.
	 * @return the record, or {@code null} if it can only be read from the tree
	 */
	<T> @Nullable T readDirectly(Class<T> type) {
		if (type.isInstance(this.event)) {
			return type.cast(this.event);
		}
		if (this.bytes == null || this.tree != null) {
			return null;
		}
		try {
			return CrispJson.readStrictly(this.bytes, this.offset, this.length, type);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	/**
	 * Compare the content.
	 */
	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof EventJson json && tree().equals(json.tree()));
	}

	@Override
	public int hashCode() {
		return tree().hashCode();
	}

	/**
	 * Return a description without the content, which may be confidential.
	 */
	@Override
	public String toString() {
		return "EventJson";
	}

}
