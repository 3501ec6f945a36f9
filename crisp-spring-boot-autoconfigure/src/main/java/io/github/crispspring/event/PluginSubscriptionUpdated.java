package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Event reporting that a website installed or removed the plugin.
 *
 * @param websiteId the identifier of the website
 * @param pluginId the identifier of the plugin
 * @param bound whether the plugin is installed now
 * @param target the changed value
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record PluginSubscriptionUpdated(String websiteId, @Nullable String pluginId, boolean bound,
		@Nullable String target) implements PluginEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "plugin:subscription:updated";

}
