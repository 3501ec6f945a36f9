package io.github.crispspring.client.plugin;

/**
 * Client for all operations on plugins. Each of the interfaces that it extends can be
 * injected instead.
 */
public interface ReactivePluginClient extends ReactivePluginConnectClient, ReactivePluginSubscriptionClient {

	/**
	 * Return the methods for connection endpoints only.
	 * @return this client
	 */
	default ReactivePluginConnectClient connect() {
		return this;
	}

	/**
	 * Return the methods for subscriptions only.
	 * @return this client
	 */
	default ReactivePluginSubscriptionClient subscription() {
		return this;
	}

}
