package io.github.crispspring.client.website.helpdesk;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import io.github.crispspring.json.Clearable;
import io.github.crispspring.json.ExtraFields;
import io.github.crispspring.json.ManagedByCrisp;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * An article of the former storage. To change one, build one with only what is to change:
 * what is absent stays as it is.
 *
 * @param articleId its identifier
 * @param title its title
 * @param description what it is about, empty for none
 * @param content what it says, in Markdown
 * @param status whether it is published
 * @param visibility whether it is shown
 * @param featured whether it is put forward
 * @param visits how often it was visited
 * @param order its place among the articles
 * @param url where it is shown
 * @param createdAt when it was created
 * @param updatedAt when it was last changed
 * @param publishedAt when it was published
 * @param extraFields the fields without a readable component, if any
 */
@RecordBuilder
public record HelpdeskLocaleArticle(@ManagedByCrisp @Nullable String articleId, @Nullable String title,
		@Clearable @Nullable String description, @Nullable String content, @Nullable Status status,
		@Nullable Visibility visibility, @Nullable Boolean featured, @ManagedByCrisp @Nullable Integer visits,
		@Nullable Integer order, @ManagedByCrisp @Nullable String url, @ManagedByCrisp @Nullable Instant createdAt,
		@ManagedByCrisp @Nullable Instant updatedAt, @ManagedByCrisp @Nullable Instant publishedAt,
		@Nullable ExtraFields extraFields) {

	/**
	 * Start building one.
	 * @return a builder in which nothing is set
	 */
	public static HelpdeskLocaleArticleBuilder builder() {
		return HelpdeskLocaleArticleBuilder.builder();
	}

	/**
	 * Describes the article without what it says.
	 */
	@Override
	public String toString() {
		return "HelpdeskLocaleArticle[articleId=" + this.articleId + ", title=" + this.title + ", status=" + this.status
				+ "]";
	}

	/**
	 * Whether an article is published.
	 */
	public enum Status {

		/**
		 * Readers can see it.
		 */
		PUBLISHED,

		/**
		 * It is not published.
		 */
		DRAFT,

		/**
		 * A status that this version does not know.
		 */
		@JsonEnumDefaultValue
		UNKNOWN

	}

	/**
	 * Whether an article is shown.
	 */
	public enum Visibility {

		/**
		 * It is shown.
		 */
		VISIBLE,

		/**
		 * It is not shown.
		 */
		HIDDEN,

		/**
		 * A visibility that this version does not know.
		 */
		@JsonEnumDefaultValue
		UNKNOWN

	}

}
