package io.github.crispspring.client.website.helpdesk;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import io.github.crispspring.json.Clearable;
import io.github.crispspring.json.ExtraFields;
import io.github.crispspring.json.ReceiveOnly;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Article of the former storage. A change contains only the values to change; absent
 * values remain unchanged.
 *
 * @param articleId the identifier
 * @param title the title
 * @param description the topic, or an empty string for none
 * @param content the text, in Markdown
 * @param status whether it is published
 * @param visibility whether it is shown
 * @param featured whether it is featured
 * @param visits the number of visits
 * @param order the position among the articles
 * @param url the URL
 * @param createdAt the time of creation
 * @param updatedAt the time of the last change
 * @param publishedAt the time of publication
 * @param extraFields the other fields, or {@code null} for none
 */
@RecordBuilder
public record HelpdeskLocaleArticle(@ReceiveOnly @Nullable String articleId, @Nullable String title,
		@Clearable @Nullable String description, @Nullable String content, @Nullable Status status,
		@Nullable Visibility visibility, @Nullable Boolean featured, @ReceiveOnly @Nullable Integer visits,
		@Nullable Integer order, @ReceiveOnly @Nullable String url, @ReceiveOnly @Nullable Instant createdAt,
		@ReceiveOnly @Nullable Instant updatedAt, @ReceiveOnly @Nullable Instant publishedAt,
		@Nullable ExtraFields extraFields) {

	/**
	 * Create a builder.
	 * @return an empty builder
	 */
	public static HelpdeskLocaleArticleBuilder builder() {
		return HelpdeskLocaleArticleBuilder.builder();
	}

	/**
	 * Return a description without the content.
	 */
	@Override
	public String toString() {
		return "HelpdeskLocaleArticle[articleId=" + this.articleId + ", title=" + this.title + ", status=" + this.status
				+ "]";
	}

	/**
	 * Publication status of an article.
	 */
	public enum Status {

		/**
		 * Visible to readers.
		 */
		PUBLISHED,

		/**
		 * Not published.
		 */
		DRAFT,

		/**
		 * A status unknown to this version.
		 */
		@JsonEnumDefaultValue
		UNKNOWN

	}

	/**
	 * Visibility of an article.
	 */
	public enum Visibility {

		/**
		 * Listed for readers.
		 */
		VISIBLE,

		/**
		 * Not listed for readers.
		 */
		HIDDEN,

		/**
		 * A visibility unknown to this version.
		 */
		@JsonEnumDefaultValue
		UNKNOWN

	}

	/**
	 * Link to the translation of an article.
	 *
	 * @param locale the code of that language
	 * @param articleId the identifier of the article there
	 */
	public record Alternate(@Nullable String locale, @Nullable String articleId) {

	}

	/**
	 * Category and section of an article.
	 *
	 * @param categoryId the identifier of the category
	 * @param sectionId the identifier of the section, absent if it is in none
	 */
	public record Category(@Nullable String categoryId, @Nullable String sectionId) {

	}

	/**
	 * Web page of an article.
	 *
	 * @param title the title
	 * @param url the URL
	 */
	public record Page(@Nullable String title, @Nullable String url) {

	}

}
