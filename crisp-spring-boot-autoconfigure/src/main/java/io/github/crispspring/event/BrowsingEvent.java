package io.github.crispspring.event;

/**
 * Base interface of the {@code browsing:*} events.
 */
public sealed interface BrowsingEvent extends ConversationEvent
		permits BrowsingRequestInitiated, BrowsingRequestRejected {

}
