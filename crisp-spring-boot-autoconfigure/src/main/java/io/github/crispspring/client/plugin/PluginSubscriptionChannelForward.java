package io.github.crispspring.client.plugin;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Payload for the channel of a plugin.
 *
 * @param namespace the namespace, such as {@code bot:step}
 * @param identifier the identifier, which the event repeats
 * @param payload the payload
 */
public record PluginSubscriptionChannelForward(String namespace, @Nullable String identifier,
		Map<String, Object> payload) {

	/**
	 * Create a payload without an identifier.
	 * @param namespace the type
	 * @param payload the payload
	 * @return the instance
	 */
	public static PluginSubscriptionChannelForward of(String namespace, Map<String, Object> payload) {
		return new PluginSubscriptionChannelForward(namespace, null, payload);
	}

}
