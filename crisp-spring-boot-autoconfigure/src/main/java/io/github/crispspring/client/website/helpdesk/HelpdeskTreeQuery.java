package io.github.crispspring.client.website.helpdesk;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the tree to list. What is absent does not restrict the list.
 *
 * @param subPath the path in the tree below which they are
 * @param searchTitle what to search for in their titles
 * @param filterDateStart only those from this time on
 * @param filterDateEnd only those up to this time
 */
@RecordBuilder
public record HelpdeskTreeQuery(@Nullable String subPath, @Nullable String searchTitle,
		@JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Instant filterDateStart,
		@JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Instant filterDateEnd) {

	/**
	 * Start building one.
	 * @return a builder in which nothing is set
	 */
	public static HelpdeskTreeQueryBuilder builder() {
		return HelpdeskTreeQueryBuilder.builder();
	}

}
