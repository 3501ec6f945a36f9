package io.github.crispspring.event;

import java.util.List;

import io.github.crispspring.model.ConversationPage;
import org.jspecify.annotations.Nullable;

/**
 * Event reporting web pages that the visitor viewed.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @param pages the pages
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionSyncPages(String websiteId, String sessionId, @Nullable String inboxId,
		List<ConversationPage> pages) implements SessionEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "session:sync:pages";

}
