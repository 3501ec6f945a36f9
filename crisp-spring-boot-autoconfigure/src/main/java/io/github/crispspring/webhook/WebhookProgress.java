package io.github.crispspring.webhook;

import org.jspecify.annotations.Nullable;

/**
 * Progress of a request to the endpoint, which the surrounding filters evaluate.
 */
final class WebhookProgress {

	/**
	 * Request attribute, and key of the Reactor context, that contains the progress.
	 */
	static final String ATTRIBUTE = WebhookProgress.class.getName();

	private volatile boolean filtered;

	private volatile boolean received;

	private volatile @Nullable WebhookResponse response;

	private @Nullable Runnable callback;

	/**
	 * Register a callback for the end of the current dispatch.
	 * @param callback callback invoked once, when all filters have returned
	 */
	void whenFiltersReturn(Runnable callback) {
		this.callback = callback;
	}

	/**
	 * Invoke the callback of the current dispatch, if any.
	 */
	void filtersReturned() {
		Runnable callback = this.callback;
		this.callback = null;
		if (callback != null) {
			callback.run();
		}
	}

	/**
	 * Record that the filters of the application are about to be called.
	 */
	void filtered() {
		this.filtered = true;
	}

	boolean isFiltered() {
		return this.filtered;
	}

	/**
	 * Record that the request has passed the filters and reached the endpoint.
	 */
	void received() {
		this.received = true;
	}

	boolean isReceived() {
		return this.received;
	}

	/**
	 * Record the response of the endpoint.
	 */
	void responded(WebhookResponse response) {
		this.response = response;
	}

	@Nullable WebhookResponse response() {
		return this.response;
	}

}
