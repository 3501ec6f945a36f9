package io.github.crispspring.client.website.connect;

import org.jspecify.annotations.Nullable;

/**
 * Where to connect for realtime events.
 *
 * @param socket the usual place
 * @param rescue another place, should the usual one not answer
 */
public record WebsiteConnectEndpoints(@Nullable Socket socket, @Nullable Rescue rescue) {

	/**
	 * A place to connect to.
	 *
	 * @param app the URL, whose path is the path of Socket.IO
	 * @param stream the URL for streams
	 */
	public record Socket(@Nullable String app, @Nullable String stream) {

	}

	/**
	 * Another place to connect to.
	 *
	 * @param socket the place
	 */
	public record Rescue(@Nullable Socket socket) {

	}

}
