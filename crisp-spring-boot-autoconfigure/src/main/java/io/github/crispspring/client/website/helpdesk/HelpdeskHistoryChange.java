package io.github.crispspring.client.website.helpdesk;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A change that was made to the help desk.
 *
 * @param changeId its identifier
 * @param message what it is described by
 * @param author who made it
 * @param edits how large it is
 * @param createdAt when it was made
 * @param files what it changed
 */
public record HelpdeskHistoryChange(@Nullable String changeId, @Nullable String message, @Nullable Author author,
		@Nullable Edits edits, @Nullable Instant createdAt, List<File> files) {

	/**
	 * Describes the change without what was written.
	 */
	@Override
	public String toString() {
		return "HelpdeskHistoryChange[changeId=" + this.changeId + ", createdAt=" + this.createdAt + "]";
	}

	/**
	 * Who made a change.
	 *
	 * @param email the e-mail address
	 * @param name the name
	 */
	public record Author(@Nullable String email, @Nullable String name) {

	}

	/**
	 * How large a change is.
	 *
	 * @param insertions how much was added
	 * @param deletions how much was removed
	 */
	public record Edits(@Nullable Integer insertions, @Nullable Integer deletions) {

	}

	/**
	 * Something that was changed.
	 *
	 * @param change how it was changed
	 * @param path its path
	 * @param metadata what describes it
	 * @param content its content
	 */
	public record File(@Nullable String change, @Nullable String path, @Nullable HelpdeskTreeMetadata metadata,
			@Nullable String content) {

		/**
		 * Describes the file without its content.
		 */
		@Override
		public String toString() {
			return "File[change=" + this.change + ", path=" + this.path + "]";
		}

	}

}
