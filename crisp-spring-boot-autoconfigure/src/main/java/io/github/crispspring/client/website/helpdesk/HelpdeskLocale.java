package io.github.crispspring.client.website.helpdesk;

import org.jspecify.annotations.Nullable;

/**
 * Language of the help desk.
 *
 * @param localeId the identifier
 * @param locale the code, such as {@code fr}
 * @param url the URL
 * @param articles the number of articles in the former storage
 * @param categories the number of categories in the former storage
 * @param statistics the content in the tree
 */
public record HelpdeskLocale(@Nullable String localeId, @Nullable String locale, @Nullable String url,
		@Nullable Integer articles, @Nullable Integer categories, @Nullable Statistics statistics) {

	/**
	 * Content of a language by content type.
	 *
	 * @param articles the numbers of articles
	 * @param guides the numbers of guides
	 * @param references the numbers of references
	 * @param news the numbers of news
	 */
	public record Statistics(@Nullable Content articles, @Nullable Content guides, @Nullable Content references,
			@Nullable Content news) {

		/**
		 * Numbers of entries of a content type.
		 *
		 * @param entries the number of entries
		 * @param groups the number of groups of entries
		 */
		public record Content(@Nullable Integer entries, @Nullable Integer groups) {

		}

	}

}
