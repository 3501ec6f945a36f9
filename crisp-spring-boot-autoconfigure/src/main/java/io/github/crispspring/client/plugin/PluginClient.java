package io.github.crispspring.client.plugin;

/**
 * All that a plugin can ask about itself. Each of the interfaces it joins can be injected
 * in its place.
 */
public interface PluginClient extends PluginConnectClient {

}
