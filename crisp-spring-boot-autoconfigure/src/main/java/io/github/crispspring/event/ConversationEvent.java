package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Base interface of the events that belong to a conversation.
 */
public sealed interface ConversationEvent extends CrispEvent permits MessageEvent, SessionEvent, BrowsingEvent,
		CallEvent, IdentityVerifyRequest, WidgetActionProcessed, PeopleBindSession, PeopleSyncProfile {

	@Override
	String websiteId();

	/**
	 * Return the conversation to which the event belongs.
	 * @return the identifier of the conversation
	 */
	String sessionId();

	/**
	 * Return the inbox that the conversation is in.
	 * @return the identifier of the inbox, or {@code null} for the main inbox
	 */
	@Nullable String inboxId();

}
