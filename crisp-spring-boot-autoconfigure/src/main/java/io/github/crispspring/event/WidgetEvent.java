package io.github.crispspring.event;

/**
 * Base interface of the {@code widget:*} events.
 */
public sealed interface WidgetEvent extends ConversationEvent permits WidgetActionProcessed {

}
