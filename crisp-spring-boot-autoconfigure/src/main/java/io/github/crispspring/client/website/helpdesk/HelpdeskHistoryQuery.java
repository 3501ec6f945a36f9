package io.github.crispspring.client.website.helpdesk;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Which changes of the help desk to list. What is absent does not restrict the list.
 *
 * @param filterLocale the code of the language they were made in
 * @param filterType of which type they are
 * @param filterTreePath the path in the tree of what they changed
 */
@RecordBuilder
public record HelpdeskHistoryQuery(@Nullable String filterLocale, @Nullable String filterType,
		@Nullable String filterTreePath) {

	/**
	 * Start building one.
	 * @return a builder in which nothing is set
	 */
	public static HelpdeskHistoryQueryBuilder builder() {
		return HelpdeskHistoryQueryBuilder.builder();
	}

}
