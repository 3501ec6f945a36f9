package io.github.crispspring.event;

/**
 * Base interface of the {@code message:notify:*} events, which report reminders of unread
 * messages.
 */
public sealed interface MessageNotifyEvent extends MessageEvent
		permits MessageNotifyUnreadReceived, MessageNotifyUnreadSend {

}
