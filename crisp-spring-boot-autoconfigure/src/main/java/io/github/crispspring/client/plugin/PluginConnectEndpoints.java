package io.github.crispspring.client.plugin;

import org.jspecify.annotations.Nullable;

/**
 * Endpoints that deliver realtime events.
 *
 * @param socket the primary endpoint
 * @param rescue the fallback endpoint
 */
public record PluginConnectEndpoints(@Nullable Socket socket, @Nullable Rescue rescue) {

	/**
	 * RTM endpoint.
	 *
	 * @param app the URL, with the path of Socket.IO
	 */
	public record Socket(@Nullable String app) {

	}

	/**
	 * Fallback RTM endpoint.
	 *
	 * @param socket the place
	 */
	public record Rescue(@Nullable Socket socket) {

	}

}
