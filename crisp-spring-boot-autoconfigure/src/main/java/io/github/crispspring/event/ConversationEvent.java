package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a conversation.
 */
public sealed interface ConversationEvent extends CrispEvent permits MessageEvent, SessionEvent, BrowsingEvent,
		CallEvent, IdentityEvent, WidgetEvent, PeopleBindSession, PeopleSyncProfile {

	@Override
	String websiteId();

	/**
	 * Return the conversation it happened in.
	 * @return the identifier of the conversation
	 */
	String sessionId();

	/**
	 * Return the inbox that the conversation is in.
	 * @return the identifier of the inbox, or {@code null} for the main one
	 */
	@Nullable String inboxId();

}
