package io.github.crispspring.client.website.helpdesk;

import org.jspecify.annotations.Nullable;

/**
 * A language of the help desk.
 *
 * @param localeId its identifier
 * @param locale its code, such as {@code fr}
 * @param url where it is shown
 * @param articles how many articles it has in the former storage
 * @param categories how many categories it has in the former storage
 * @param statistics what it has in the tree
 */
public record HelpdeskLocale(@Nullable String localeId, @Nullable String locale, @Nullable String url,
		@Nullable Integer articles, @Nullable Integer categories, @Nullable Statistics statistics) {

	/**
	 * What a language has, by kind of content.
	 *
	 * @param articles what it has of articles
	 * @param guides what it has of guides
	 * @param references what it has of references
	 * @param news what it has of news
	 */
	public record Statistics(@Nullable Content articles, @Nullable Content guides, @Nullable Content references,
			@Nullable Content news) {

		/**
		 * How much there is of one kind of content.
		 *
		 * @param entries how many entries
		 * @param groups how many groups of entries
		 */
		public record Content(@Nullable Integer entries, @Nullable Integer groups) {

		}

	}

}
