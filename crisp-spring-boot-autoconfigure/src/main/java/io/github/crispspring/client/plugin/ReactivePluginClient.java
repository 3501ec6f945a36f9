package io.github.crispspring.client.plugin;

/**
 * All that can be done with plugins. Each of the interfaces it joins can be injected in
 * its place.
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
