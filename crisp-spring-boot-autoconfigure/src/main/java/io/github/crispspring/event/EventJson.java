package io.github.crispspring.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.crispspring.json.CrispJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * JSON of an event as Crisp sent it. JSON in bytes is parsed into a tree only when the
 * tree is used for the first time, as reading the record of an event requires none.
 */
public final class EventJson {

	private final byte @Nullable [] bytes;

	private final int offset;

	private final int length;

	private volatile @Nullable JsonNode tree;

	private EventJson(byte @Nullable [] bytes, int offset, int length, @Nullable JsonNode tree) {
		this.bytes = bytes;
		this.offset = offset;
		this.length = length;
		this.tree = tree;
	}

	/**
	 * Create an instance from a tree.
	 * @param tree the tree
	 * @return the JSON
	 */
	@JsonCreator
	public static EventJson of(JsonNode tree) {
		return new EventJson(null, 0, 0, tree);
	}

	/**
	 * Create an instance from a part of an array, which must not be modified.
	 * @param bytes the array, which contains JSON in UTF-8
	 * @param offset the first byte of the JSON
	 * @param length the number of bytes of the JSON
	 * @return the JSON
	 */
	public static EventJson of(byte[] bytes, int offset, int length) {
		return new EventJson(bytes, offset, length, null);
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
