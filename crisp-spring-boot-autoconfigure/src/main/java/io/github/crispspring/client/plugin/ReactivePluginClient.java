package io.github.crispspring.client.plugin;

/**
 * All that can be done with plugins. Each of the interfaces it joins can be injected in
 * its place.
 */
public interface ReactivePluginClient extends ReactivePluginConnectClient, ReactivePluginSubscriptionClient {

}
