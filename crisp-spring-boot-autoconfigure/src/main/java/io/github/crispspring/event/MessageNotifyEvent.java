package io.github.crispspring.event;

/**
 * Somebody was reminded of unread messages: all {@code message:notify:*} events.
 */
public sealed interface MessageNotifyEvent extends MessageEvent
		permits MessageNotifyUnreadReceived, MessageNotifyUnreadSend {

}
