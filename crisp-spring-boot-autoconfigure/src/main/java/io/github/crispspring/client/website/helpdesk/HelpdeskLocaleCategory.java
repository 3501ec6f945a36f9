package io.github.crispspring.client.website.helpdesk;

import io.github.crispspring.json.Clearable;
import io.github.crispspring.json.ExtraFields;
import io.github.crispspring.json.ManagedByCrisp;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A category of articles. To change one, build one with only what is to change: what is
 * absent stays as it is.
 *
 * @param categoryId its identifier
 * @param name its name
 * @param description what it is about
 * @param color the colour it is shown in, such as {@code #377FEA}
 * @param image the URL of its picture, empty for none
 * @param order its place among the categories
 * @param extraFields the fields without a readable component, if any
 */
@RecordBuilder
public record HelpdeskLocaleCategory(@ManagedByCrisp @Nullable String categoryId, @Nullable String name,
		@Nullable String description, @Nullable String color, @Clearable @Nullable String image,
		@Nullable Integer order, @Nullable ExtraFields extraFields) {

	/**
	 * Start building one.
	 * @return a builder in which nothing is set
	 */
	public static HelpdeskLocaleCategoryBuilder builder() {
		return HelpdeskLocaleCategoryBuilder.builder();
	}

}
