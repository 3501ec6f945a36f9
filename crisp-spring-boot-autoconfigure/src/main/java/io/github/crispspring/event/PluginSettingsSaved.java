package io.github.crispspring.event;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The settings of a plugin were saved for a website.
 *
 * @param websiteId the identifier of the website
 * @param pluginId the identifier of the plugin
 * @param settings the settings
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record PluginSettingsSaved(String websiteId, @Nullable String pluginId,
		Map<String, Object> settings) implements PluginEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "plugin:settings:saved";

	/**
	 * Describes the event without the settings.
	 */
	@Override
	public String toString() {
		return "PluginSettingsSaved[websiteId=" + this.websiteId + ", pluginId=" + this.pluginId + "]";
	}

}
