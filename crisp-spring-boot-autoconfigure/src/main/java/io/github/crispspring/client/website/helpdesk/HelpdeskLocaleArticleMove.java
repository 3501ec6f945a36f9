package io.github.crispspring.client.website.helpdesk;

import io.github.crispspring.json.Clearable;
import org.jspecify.annotations.Nullable;

/**
 * Move of an article to a category and section.
 *
 * @param categoryId the identifier of the category
 * @param sectionId the identifier of the section, empty for none; {@code null} to send no
 * section
 */
public record HelpdeskLocaleArticleMove(String categoryId, @Clearable @Nullable String sectionId) {

	/**
	 * Move an article to a category.
	 * @param categoryId the identifier of the category
	 * @return the move
	 */
	public static HelpdeskLocaleArticleMove toCategory(String categoryId) {
		return new HelpdeskLocaleArticleMove(categoryId, null);
	}

	/**
	 * Move an article to a section of a category.
	 * @param categoryId the identifier of the category
	 * @param sectionId the identifier of the section
	 * @return the move
	 */
	public static HelpdeskLocaleArticleMove toSection(String categoryId, String sectionId) {
		return new HelpdeskLocaleArticleMove(categoryId, sectionId);
	}

	/**
	 * Move an article to a category and out of its section.
	 * @param categoryId the identifier of the category
	 * @return the move
	 */
	public static HelpdeskLocaleArticleMove withoutSection(String categoryId) {
		return new HelpdeskLocaleArticleMove(categoryId, "");
	}

}
