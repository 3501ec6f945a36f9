package io.github.crispspring.client.plugin;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Something for the channel of a plugin.
 *
 * @param namespace what it is, such as {@code bot:step}
 * @param identifier an identifier, which the event carries too
 * @param payload what is to be told
 */
public record PluginSubscriptionChannelForward(String namespace, @Nullable String identifier,
		Map<String, Object> payload) {

	/**
	 * Create something without an identifier.
	 * @param namespace what it is
	 * @param payload what is to be told
	 * @return what to send
	 */
	public static PluginSubscriptionChannelForward of(String namespace, Map<String, Object> payload) {
		return new PluginSubscriptionChannelForward(namespace, null, payload);
	}

}
