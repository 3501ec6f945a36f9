package io.github.crispspring.event;

/**
 * Something about the widget of a plugin: all {@code widget:*} events.
 */
public sealed interface WidgetEvent extends ConversationEvent permits WidgetActionProcessed {

}
