package io.github.crispspring.client.website.helpdesk;

import io.github.crispspring.json.Clearable;
import io.github.crispspring.json.ExtraFields;
import io.github.crispspring.json.ReceiveOnly;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Category of articles. A change contains only the values to change; absent values remain
 * unchanged.
 *
 * @param categoryId the identifier
 * @param name the name
 * @param description the topic
 * @param color the color it is shown in, such as {@code #377FEA}
 * @param image the URL of its picture, empty for none
 * @param order the position among the categories
 * @param extraFields the other fields, or {@code null} for none
 */
@RecordBuilder
public record HelpdeskLocaleCategory(@ReceiveOnly @Nullable String categoryId, @Nullable String name,
		@Nullable String description, @Nullable String color, @Clearable @Nullable String image,
		@Nullable Integer order, @Nullable ExtraFields extraFields) {

	/**
	 * Create a builder.
	 * @return an empty builder
	 */
	public static HelpdeskLocaleCategoryBuilder builder() {
		return HelpdeskLocaleCategoryBuilder.builder();
	}

}
