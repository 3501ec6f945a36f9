package io.github.crispspring.client.media;

/**
 * Client for all operations on media. Each of the interfaces that it extends can be
 * injected instead.
 */
public interface ReactiveMediaClient extends ReactiveMediaAnimationClient {

	/**
	 * Return the methods for animations only.
	 * @return this client
	 */
	default ReactiveMediaAnimationClient animation() {
		return this;
	}

}
