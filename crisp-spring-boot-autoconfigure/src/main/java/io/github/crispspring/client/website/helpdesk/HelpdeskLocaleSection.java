package io.github.crispspring.client.website.helpdesk;

import java.time.Instant;

import io.github.crispspring.json.ExtraFields;
import io.github.crispspring.json.ManagedByCrisp;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A section of a category. To change one, build one with only what is to change: what is
 * absent stays as it is.
 *
 * @param sectionId its identifier
 * @param name its name
 * @param order its place among the sections
 * @param createdAt when it was created
 * @param updatedAt when it was last changed
 * @param extraFields the fields without a readable component, if any
 */
@RecordBuilder
public record HelpdeskLocaleSection(@ManagedByCrisp @Nullable String sectionId, @Nullable String name,
		@Nullable Integer order, @ManagedByCrisp @Nullable Instant createdAt,
		@ManagedByCrisp @Nullable Instant updatedAt, @Nullable ExtraFields extraFields) {

	/**
	 * Start building one.
	 * @return a builder in which nothing is set
	 */
	public static HelpdeskLocaleSectionBuilder builder() {
		return HelpdeskLocaleSectionBuilder.builder();
	}

}
