package io.github.crispspring.client.website.helpdesk;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Query that selects entries of the tree. Absent values do not restrict the list.
 *
 * @param subPath the path in the tree below which they are
 * @param searchTitle the text to search for in titles
 * @param filterDateStart the start of the period
 * @param filterDateEnd the end of the period
 */
@RecordBuilder
public record HelpdeskTreeQuery(@Nullable String subPath, @Nullable String searchTitle,
		@JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Instant filterDateStart,
		@JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Instant filterDateEnd) {

	/**
	 * Create a builder.
	 * @return an empty builder
	 */
	public static HelpdeskTreeQueryBuilder builder() {
		return HelpdeskTreeQueryBuilder.builder();
	}

}
