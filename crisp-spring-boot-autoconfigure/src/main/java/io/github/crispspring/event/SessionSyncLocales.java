package io.github.crispspring.event;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Event reporting the languages of the visitor.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @param locales the languages
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionSyncLocales(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable Locales locales) implements SessionEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "session:sync:locales";

	/**
	 * Languages.
	 *
	 * @param locales the languages, such as {@code en}
	 */
	public record Locales(List<String> locales) {

	}

}
