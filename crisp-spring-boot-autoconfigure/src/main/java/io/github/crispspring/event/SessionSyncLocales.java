package io.github.crispspring.event;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The languages of the visitor became known.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox it is in, absent for the main one
 * @param locales the languages
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionSyncLocales(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable Locales locales) implements SessionEvent {

	/**
	 * What Crisp calls this event.
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
