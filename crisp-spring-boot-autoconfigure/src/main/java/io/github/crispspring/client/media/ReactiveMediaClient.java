package io.github.crispspring.client.media;

/**
 * All that can be done with media. Each of the interfaces it joins can be injected in its
 * place.
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
