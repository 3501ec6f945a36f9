package io.github.crispspring.client.plugin;

import java.util.Map;

/**
 * Event for a plugin.
 *
 * @param name the name of the event, such as {@code bot-is-running}
 * @param data the data
 */
public record PluginSubscriptionEventDispatch(String name, Map<String, Object> data) {

}
