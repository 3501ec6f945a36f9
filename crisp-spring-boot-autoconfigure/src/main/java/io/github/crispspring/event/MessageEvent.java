package io.github.crispspring.event;

/**
 * Base interface of the {@code message:*} events.
 */
public sealed interface MessageEvent extends ConversationEvent permits ChatMessageEvent, MessageUpdated, MessageRemoved,
		MessageComposeEvent, MessageAcknowledgeEvent, MessageNotifyEvent {

}
