package io.github.crispspring.event;

/**
 * Something about browsing together with a visitor: all {@code browsing:*} events.
 */
public sealed interface BrowsingEvent extends ConversationEvent
		permits BrowsingRequestInitiated, BrowsingRequestRejected {

}
