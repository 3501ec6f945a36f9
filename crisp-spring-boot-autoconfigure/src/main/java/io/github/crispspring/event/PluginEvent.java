package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Something about a plugin changed or came from one: all {@code plugin:*} events.
 */
public sealed interface PluginEvent extends CrispEvent
		permits PluginChannel, PluginEventDispatched, PluginSettingsSaved, PluginSubscriptionUpdated {

	@Override
	String websiteId();

	/**
	 * Return the plugin it is about.
	 * @return the identifier, or {@code null} if it is not said
	 */
	@Nullable String pluginId();

}
