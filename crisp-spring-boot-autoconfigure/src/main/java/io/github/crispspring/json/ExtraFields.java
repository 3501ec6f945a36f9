package io.github.crispspring.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Fields of a JSON object for which its record has no value: unknown fields, fields whose
 * value could not be parsed, and the text of enum values read as {@code UNKNOWN}. The
 * values are raw JSON under the names that Crisp uses.
 * <p>
 * The last component of a record that can be read and sent back has this type. It is
 * {@code null} if there are no such fields. When the record is sent, the fields are
 * included unchanged, except those whose component now has a value. A copy created with
 * the record's builder retains them; set the component to {@code null} to remove them.
 * <p>
 * The fields are a component so that they are part of copies and of {@code equals}. One
 * component for all of them leaves the types of the other components simple. Each record
 * has its own fields, so that a part of a record, such as the person of a profile, can be
 * sent as a part of another.
 */
public final class ExtraFields {

	private Map<String, JsonNode> values = Collections.emptyMap();

	ExtraFields() {
	}

	/**
	 * Create extra fields to send fields for which a record has no component.
	 * @param values the values by the name of the field
	 * @return the fields
	 */
	public static ExtraFields of(Map<String, JsonNode> values) {
		ExtraFields fields = new ExtraFields();
		values.forEach(fields::add);
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
		if (this.values.isEmpty()) {
			this.values = new LinkedHashMap<>();
		}
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
