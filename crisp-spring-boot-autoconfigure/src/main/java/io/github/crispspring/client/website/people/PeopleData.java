package io.github.crispspring.client.website.people;

import java.util.Map;

import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;

/**
 * The custom data of a person.
 *
 * @param data the data by key: texts, numbers and booleans
 * @param extraFields the other fields, or {@code null} for none
 */
public record PeopleData(Map<String, Object> data, @Nullable ExtraFields extraFields) {

	/**
	 * Create an instance without extra fields.
	 * @param data the data by key: texts, numbers and booleans
	 */
	public PeopleData(Map<String, Object> data) {
		this(data, null);
	}

}
