package io.github.crispspring.client.website.helpdesk;

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
 */
@RecordBuilder
public record HelpdeskTreeMetadata(@Nullable String format, @Nullable String title, @Nullable String description,
		@Nullable HelpdeskTreeState state, @Nullable Author author, @Nullable String color, @Nullable String image) {

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
	 */
	public record Author(@Nullable String userId) {

	}

}
