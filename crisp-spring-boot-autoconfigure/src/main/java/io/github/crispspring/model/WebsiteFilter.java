package io.github.crispspring.model;

import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;

/**
 * Something that people have to match.
 *
 * @param model what kind of thing the criterion belongs to
 * @param criterion what is looked at
 * @param operator how it is compared, such as {@code eq}
 * @param query what it is compared with; of a form that depends on the criterion, such as
 * a list of texts
 * @param extraFields the fields without a readable component, if any
 */
public record WebsiteFilter(@Nullable String model, @Nullable String criterion, @Nullable String operator,
		@Nullable Object query, @Nullable ExtraFields extraFields) {

	/**
	 * Create an instance without extra fields.
	 * @param model what kind of thing the criterion belongs to
	 * @param criterion what is looked at
	 * @param operator how it is compared, such as {@code eq}
	 * @param query what it is compared with; of a form that depends on the criterion,
	 * such as a list of texts
	 */
	public WebsiteFilter(@Nullable String model, @Nullable String criterion, @Nullable String operator,
			@Nullable Object query) {
		this(model, criterion, operator, query, null);
	}

}
