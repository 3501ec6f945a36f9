package io.github.crispspring.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Fields of a JSON object that its record cannot hold: fields that this version does not
 * know, known fields with a value that could not be read, and the text of enum values
 * that are read as {@code UNKNOWN}. The values are raw JSON under the names that Crisp
 * uses.
 * <p>
 * A record that can be read and sent back has a last component of this type. It is
 * {@code null} if there are no such fields. When the record is sent, the fields are
 * included unchanged, except those whose component has a value by then. A copy made with
 * the builder of the record keeps them; to drop them, set the component to {@code null}.
 * <p>
 * The fields are a component, rather than hidden state, because a record can have no
 * other state: only a component reaches the copy that a builder makes, takes part in
 * {@code equals}, and does not depend on where the record has been. One component for all
 * of them, rather than a wrapper around each value, leaves the types of the other
 * components as applications want to use them. Each record carries its own fields, so
 * that a part of one record (such as the person of a profile) can be sent as a part of
 * another.
 */
public final class ExtraFields {

	private final Map<String, JsonNode> values = new LinkedHashMap<>();

	ExtraFields() {
	}

	/**
	 * Create extra fields, to send fields that a record does not have.
	 * @param values the values by the name of the field
	 * @return the fields
	 */
	public static ExtraFields of(Map<String, JsonNode> values) {
		ExtraFields fields = new ExtraFields();
		fields.values.putAll(values);
		return fields;
	}

	/**
	 * Return the value of a field.
	 * @param name the name that Crisp uses, such as {@code created_at}
	 * @return the value, or {@code null} if there is no such field
	 */
	public @Nullable JsonNode get(String name) {
		return this.values.get(name);
	}

	/**
	 * Return all fields.
	 * @return the values by the name of the field, unmodifiable
	 */
	public Map<String, JsonNode> asMap() {
		return Collections.unmodifiableMap(this.values);
	}

	/**
	 * Add a field while the record is being read.
	 */
	void add(String name, JsonNode value) {
		this.values.put(name, value);
	}

	/**
	 * Return these fields, or {@code null} if there are none.
	 */
	@Nullable ExtraFields orNull() {
		return this.values.isEmpty() ? null : this;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ExtraFields fields && this.values.equals(fields.values);
	}

	@Override
	public int hashCode() {
		return this.values.hashCode();
	}

	/**
	 * Describes the fields by their number only, as their values may be confidential.
	 */
	@Override
	public String toString() {
		return "ExtraFields[size=" + this.values.size() + "]";
	}

}
