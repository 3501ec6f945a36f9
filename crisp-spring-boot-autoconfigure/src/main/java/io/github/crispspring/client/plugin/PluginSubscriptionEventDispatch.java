package io.github.crispspring.client.plugin;

import java.util.Map;

/**
 * Something that happened, for a plugin.
 *
 * @param name what happened, such as {@code bot-is-running}
 * @param data what is known of it
 */
public record PluginSubscriptionEventDispatch(String name, Map<String, Object> data) {

}
