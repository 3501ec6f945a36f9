package io.github.crispspring.client.website.helpdesk;

import io.github.crispspring.json.ExtraFields;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Metadata of an entry of the tree. A change contains only the values to change; absent
 * values remain unchanged.
 *
 * @param format the format of its content
 * @param title the title
 * @param description the topic
 * @param state the state
 * @param author the author
 * @param color the color it is shown in, such as {@code #377FEA}
 * @param image the URL of its picture
 * @param extraFields the other fields, or {@code null} for none
 */
@RecordBuilder
public record HelpdeskTreeMetadata(@Nullable String format, @Nullable String title, @Nullable String description,
		HelpdeskTreeEntry.@Nullable State state, @Nullable Author author, @Nullable String color,
		@Nullable String image, @Nullable ExtraFields extraFields) {

	/**
	 * Create a builder.
	 * @return an empty builder
	 */
	public static HelpdeskTreeMetadataBuilder builder() {
		return HelpdeskTreeMetadataBuilder.builder();
	}

	/**
	 * Author of an entry.
	 *
	 * @param userId the identifier of the operator
	 * @param extraFields the other fields, or {@code null} for none
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
