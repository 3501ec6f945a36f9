package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * The visitor rated the conversation.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox it is in, absent for the main one
 * @param rating the rating
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionSyncRating(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable Rating rating) implements SessionEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "session:sync:rating";

	/**
	 * What a visitor thinks of a conversation.
	 *
	 * @param stars how good it was
	 * @param comment what the visitor wrote about it
	 */
	public record Rating(@Nullable Integer stars, @Nullable String comment) {

		/**
		 * Describes the rating without what was written.
		 */
		@Override
		public String toString() {
			return "Rating[stars=" + this.stars + "]";
		}

	}

}
