package io.github.crispspring.client.plugin;

import org.jspecify.annotations.Nullable;

/**
 * Plugin that owns a token.
 *
 * @param pluginId the identifier of the plugin
 */
public record PluginConnectAccount(@Nullable String pluginId) {

}
