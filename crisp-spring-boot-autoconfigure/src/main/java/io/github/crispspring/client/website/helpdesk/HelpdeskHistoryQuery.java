package io.github.crispspring.client.website.helpdesk;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Query that selects changes of the help desk. Absent values do not restrict the list.
 *
 * @param filterLocale the code of the language they were made in
 * @param filterType the type
 * @param filterTreePath the path in the tree of the changed entry
 */
@RecordBuilder
public record HelpdeskHistoryQuery(@Nullable String filterLocale, @Nullable String filterType,
		@Nullable String filterTreePath) {

	/**
	 * Create a builder.
	 * @return an empty builder
	 */
	public static HelpdeskHistoryQueryBuilder builder() {
		return HelpdeskHistoryQueryBuilder.builder();
	}

}
