package io.github.crispspring.client.website.helpdesk;

import java.time.Instant;

import io.github.crispspring.json.ExtraFields;
import io.github.crispspring.json.ReceiveOnly;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Section of a category. A change contains only the values to change; absent values
 * remain unchanged.
 *
 * @param sectionId the identifier
 * @param name the name
 * @param order the position among the sections
 * @param createdAt the time of creation
 * @param updatedAt the time of the last change
 * @param extraFields the other fields, or {@code null} for none
 */
@RecordBuilder
public record HelpdeskLocaleSection(@ReceiveOnly @Nullable String sectionId, @Nullable String name,
		@Nullable Integer order, @ReceiveOnly @Nullable Instant createdAt, @ReceiveOnly @Nullable Instant updatedAt,
		@Nullable ExtraFields extraFields) {

	/**
	 * Create a builder.
	 * @return an empty builder
	 */
	public static HelpdeskLocaleSectionBuilder builder() {
		return HelpdeskLocaleSectionBuilder.builder();
	}

}
