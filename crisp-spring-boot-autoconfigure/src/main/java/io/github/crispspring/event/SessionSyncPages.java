package io.github.crispspring.event;

import java.util.List;

import io.github.crispspring.model.ConversationPage;
import org.jspecify.annotations.Nullable;

/**
 * The visitor looked at web pages.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox it is in, absent for the main one
 * @param pages the pages
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionSyncPages(String websiteId, String sessionId, @Nullable String inboxId,
		List<ConversationPage> pages) implements SessionEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "session:sync:pages";

}
