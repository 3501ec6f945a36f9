package io.github.crispspring.model;

import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;

/**
 * Filter for people.
 *
 * @param model the model of the criterion
 * @param criterion the criterion
 * @param operator the operator of the comparison, such as {@code eq}
 * @param query the value to compare with, whose type depends on the criterion, such as a
 * list of texts
 * @param extraFields the other fields, or {@code null} for none
 */
public record PeopleFilter(@Nullable String model, @Nullable String criterion, @Nullable String operator,
		@Nullable Object query, @Nullable ExtraFields extraFields) {

	/**
	 * Create an instance without extra fields.
	 * @param model the model of the criterion
	 * @param criterion the criterion
	 * @param operator the operator of the comparison, such as {@code eq}
	 * @param query the value to compare with, whose type depends on the criterion, such
	 * as a list of texts
	 */
	public PeopleFilter(@Nullable String model, @Nullable String criterion, @Nullable String operator,
			@Nullable Object query) {
		this(model, criterion, operator, query, null);
	}

}
