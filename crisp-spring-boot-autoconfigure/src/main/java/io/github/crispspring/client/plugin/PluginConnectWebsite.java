package io.github.crispspring.client.plugin;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Website that has installed the plugin.
 *
 * @param websiteId the identifier of the website
 * @param price the price of the plugin
 * @param token the token of the subscription
 * @param settings the settings of the plugin for this website
 * @param plan the plan of the website
 * @param difference the changes, if requested
 */
public record PluginConnectWebsite(@Nullable String websiteId, @Nullable Double price, @Nullable String token,
		Map<String, Object> settings, @Nullable Plan plan, @Nullable String difference) {

	/**
	 * Return a description of the website without the token of its subscription.
	 */
	@Override
	public String toString() {
		return "PluginConnectWebsite[websiteId=" + this.websiteId + ", plan=" + this.plan + "]";
	}

	/**
	 * The plan of a website.
	 *
	 * @param id the identifier of the plan
	 * @param name the name
	 * @param trialing whether it is a trial
	 */
	public record Plan(@Nullable String id, @Nullable String name, @Nullable Boolean trialing) {

	}

}
