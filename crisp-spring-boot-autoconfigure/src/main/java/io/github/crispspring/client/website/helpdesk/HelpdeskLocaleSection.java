package io.github.crispspring.client.website.helpdesk;

import java.time.Instant;

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
 */
@RecordBuilder
public record HelpdeskLocaleSection(@Nullable String sectionId, @Nullable String name, @Nullable Integer order,
		@Nullable Instant createdAt, @Nullable Instant updatedAt) {

	/**
	 * Start building one.
	 * @return a builder in which nothing is set
	 */
	public static HelpdeskLocaleSectionBuilder builder() {
		return HelpdeskLocaleSectionBuilder.builder();
	}

}
