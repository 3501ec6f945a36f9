package io.github.crispspring.event;

/**
 * Something that happened to messages of a conversation: all {@code message:*} events.
 */
public sealed interface MessageEvent extends ConversationEvent permits ChatMessageEvent, MessageUpdated, MessageRemoved,
		MessageComposeEvent, MessageAcknowledgeEvent, MessageNotifyEvent {

}
