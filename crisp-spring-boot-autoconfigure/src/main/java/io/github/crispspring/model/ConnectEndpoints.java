package io.github.crispspring.model;

import org.jspecify.annotations.Nullable;

/**
 * Endpoints that deliver realtime events.
 *
 * @param socket the primary endpoint
 * @param rescue the fallback endpoint
 */
public record ConnectEndpoints(@Nullable Socket socket, @Nullable Rescue rescue) {

	/**
	 * RTM endpoint.
	 *
	 * @param app the URL, with the path of Socket.IO
	 * @param stream the URL for streams, which only the endpoints of a website have
	 */
	public record Socket(@Nullable String app, @Nullable String stream) {

	}

	/**
	 * Fallback RTM endpoint.
	 *
	 * @param socket the place
	 */
	public record Rescue(@Nullable Socket socket) {

	}

}
