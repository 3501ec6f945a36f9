package io.github.crispspring.client.plugin;

/**
 * Client for all operations on plugins. Each of the interfaces that it extends can be
 * injected instead.
 */
public interface ReactivePluginClient extends ReactivePluginConnectClient, ReactivePluginSubscriptionClient {

}
