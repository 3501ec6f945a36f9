package io.github.crispspring.client.plugin;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The settings of a plugin for a website.
 *
 * @param pluginId the identifier of the plugin
 * @param websiteId the identifier of the website
 * @param token the token of the subscription
 * @param schema the schema of the settings
 * @param settings the settings
 * @param settingsFormUrl the URL of the form in which they are changed
 * @param callbackUrl the callback URL
 */
public record PluginSubscriptionSettings(@Nullable String pluginId, @Nullable String websiteId, @Nullable String token,
		Map<String, Object> schema, Map<String, Object> settings, @Nullable String settingsFormUrl,
		@Nullable String callbackUrl) {

	/**
	 * Return a description of the settings without their values and the token of the
	 * subscription.
	 */
	@Override
	public String toString() {
		return "PluginSubscriptionSettings[pluginId=" + this.pluginId + ", websiteId=" + this.websiteId + "]";
	}

}
