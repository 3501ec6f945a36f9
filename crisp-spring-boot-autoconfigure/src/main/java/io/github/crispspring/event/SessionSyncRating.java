package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Event reporting that the visitor rated the conversation.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @param rating the rating
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionSyncRating(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable Rating rating) implements SessionEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "session:sync:rating";

	/**
	 * Rating of a conversation.
	 *
	 * @param stars the number of stars
	 * @param comment the comment of the visitor
	 */
	public record Rating(@Nullable Integer stars, @Nullable String comment) {

		/**
		 * Return a description without the comment.
		 */
		@Override
		public String toString() {
			return "Rating[stars=" + this.stars + "]";
		}

	}

}
