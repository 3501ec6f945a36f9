package io.github.crispspring.client.website.helpdesk;

import io.github.crispspring.json.ExtraFields;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What describes an entry of the tree. To change some of it, build one with only that:
 * what is absent stays as it is.
 *
 * @param format the format of its content
 * @param title its title
 * @param description what it is about
 * @param state whether and how it is shown
 * @param author who wrote it
 * @param color the colour it is shown in, such as {@code #377FEA}
 * @param image the URL of its picture
 * @param extraFields the fields without a readable component, if any
 */
@RecordBuilder
public record HelpdeskTreeMetadata(@Nullable String format, @Nullable String title, @Nullable String description,
		@Nullable HelpdeskTreeState state, @Nullable Author author, @Nullable String color, @Nullable String image,
		@Nullable ExtraFields extraFields) {

	/**
	 * Start building one.
	 * @return a builder in which nothing is set
	 */
	public static HelpdeskTreeMetadataBuilder builder() {
		return HelpdeskTreeMetadataBuilder.builder();
	}

	/**
	 * Who wrote an entry.
	 *
	 * @param userId the identifier of the operator
	 * @param extraFields the fields without a readable component, if any
	 */
	public record Author(@Nullable String userId, @Nullable ExtraFields extraFields) {

		/**
		 * Create an instance without extra fields.
		 * @param userId the identifier of the operator
		 */
		public Author(@Nullable String userId) {
			this(userId, null);
		}

	}

}
