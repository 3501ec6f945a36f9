package io.github.crispspring.client.plugin;

import org.jspecify.annotations.Nullable;

/**
 * The plugin that a token belongs to.
 *
 * @param pluginId the identifier of the plugin
 */
public record PluginConnectAccount(@Nullable String pluginId) {

}
