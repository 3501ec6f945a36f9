package io.github.crispspring.webhook;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Scope in which the observation of a request is the current one of the thread. Failures
 * of observation handlers do not affect the request.
 */
final class WebhookScope {

	private static final Log logger = LogFactory.getLog(CrispWebhookReceiver.class);

	private final ObservationRegistry registry;

	private final Observation.@Nullable Scope previous;

	private Observation.@Nullable Scope scope;

	private WebhookScope(Observation observation) {
		this.registry = observation.getObservationRegistry();
		this.previous = this.registry.getCurrentObservationScope();
	}

	/**
	 * Open a scope.
	 * @param observation the observation of the request, {@code null} if there is none
	 * @return the scope to close, {@code null} if there is none
	 */
	static @Nullable WebhookScope open(@Nullable Observation observation) {
		if (observation == null || observation.isNoop()) {
			return null;
		}
		WebhookScope opened = new WebhookScope(observation);
		try {
			opened.scope = observation.openScope();
		}
		catch (Throwable ex) {
			failed(ex);
		}
		return opened;
	}

	/**
	 * Close the scope. If a handler fails, the observation would otherwise remain the
	 * current one of this thread.
	 */
	void close() {
		try {
			if (this.scope != null) {
				this.scope.close();
			}
		}
		catch (Throwable ex) {
			failed(ex);
		}
		finally {
			if (this.registry.getCurrentObservationScope() != this.previous) {
				this.registry.setCurrentObservationScope(this.previous);
			}
		}
	}

	private static void failed(Throwable failure) {
		logger.warn("An observation handler failed; the request is handled regardless", failure);
	}

}
