package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Base interface of the {@code plugin:*} events.
 */
public sealed interface PluginEvent extends CrispEvent
		permits PluginChannel, PluginEventDispatched, PluginSettingsSaved, PluginSubscriptionUpdated {

	@Override
	String websiteId();

	/**
	 * Return the identifier of the plugin.
	 * @return the identifier, or {@code null} if unknown
	 */
	@Nullable String pluginId();

}
