package io.github.crispspring.event;

/**
 * Something about a plugin changed or came from one: all {@code plugin:*} events.
 */
public sealed interface PluginEvent extends CrispEvent permits PluginSubscriptionUpdated {

}
