package io.github.crispspring.client.website.helpdesk;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Change made to the help desk.
 *
 * @param changeId the identifier
 * @param message the metadata
 * @param author the author
 * @param edits the size
 * @param createdAt the time of the change
 * @param files the changed files
 */
public record HelpdeskHistoryChange(@Nullable String changeId, @Nullable String message, @Nullable Author author,
		@Nullable Edits edits, @Nullable Instant createdAt, List<File> files) {

	/**
	 * Return a description without the content.
	 */
	@Override
	public String toString() {
		return "HelpdeskHistoryChange[changeId=" + this.changeId + ", createdAt=" + this.createdAt + "]";
	}

	/**
	 * Author of a change.
	 *
	 * @param email the email address
	 * @param name the name
	 */
	public record Author(@Nullable String email, @Nullable String name) {

	}

	/**
	 * Size of a change.
	 *
	 * @param insertions the number of additions
	 * @param deletions the number of removals
	 */
	public record Edits(@Nullable Integer insertions, @Nullable Integer deletions) {

	}

	/**
	 * File that was changed.
	 *
	 * @param change the kind of change
	 * @param path the path
	 * @param metadata the metadata
	 * @param content the content
	 */
	public record File(@Nullable String change, @Nullable String path, @Nullable HelpdeskTreeMetadata metadata,
			@Nullable String content) {

		/**
		 * Return a description of the file without its content.
		 */
		@Override
		public String toString() {
			return "File[change=" + this.change + ", path=" + this.path + "]";
		}

	}

}
