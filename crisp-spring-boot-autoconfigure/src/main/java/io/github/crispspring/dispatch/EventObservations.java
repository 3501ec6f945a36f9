package io.github.crispspring.dispatch;

import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Observations of events and their scopes. Failures of observation handlers do not affect
 * the events.
 */
final class EventObservations {

	private static final Log logger = LogFactory.getLog(EventObservations.class);

	private static final CrispEventObservationConvention DEFAULT_CONVENTION = new DefaultCrispEventObservationConvention();

	private final ObservationRegistry registry;

	private final @Nullable CrispEventObservationConvention convention;

	EventObservations(ObservationRegistry registry, @Nullable CrispEventObservationConvention convention) {
		this.registry = registry;
		this.convention = convention;
	}

	/**
	 * Create an observation that is not started yet. Its parent is the current
	 * observation, such as that of the request that delivers the event.
	 */
	Observation create(CrispEvent event, CrispDelivery delivery) {
		try {
			return CrispEventObservation.CRISP_EVENT.observation(this.convention, DEFAULT_CONVENTION,
					() -> new CrispEventContext(event, delivery), this.registry);
		}
		catch (Throwable ex) {
			logger.warn("Failed to create the observation of an event; the event is handled without it", ex);
			return Observation.NOOP;
		}
	}

	void start(Observation observation) {
		call(observation, observation::start);
	}

	/**
	 * Make an observation the current one of this thread.
	 * @return the scope to close, or {@code null} if there is none
	 */
	@Nullable Scope openScope(Observation observation) {
		if (observation.isNoop()) {
			return null;
		}
		Observation.Scope previous = this.registry.getCurrentObservationScope();
		try {
			return new Scope(observation.openScope(), previous);
		}
		catch (Throwable ex) {
			failed(ex);
			return new Scope(null, previous);
		}
	}

	/**
	 * Close a scope. If a handler fails, or has failed when the scope was opened, the
	 * observation would otherwise remain the current one of this thread.
	 */
	void close(@Nullable Scope scope) {
		if (scope == null) {
			return;
		}
		try {
			if (scope.opened() != null) {
				scope.opened().close();
			}
		}
		catch (Throwable ex) {
			failed(ex);
		}
		finally {
			if (this.registry.getCurrentObservationScope() != scope.previous()) {
				this.registry.setCurrentObservationScope(scope.previous());
			}
		}
	}

	void stop(Observation observation, @Nullable Throwable failure) {
		if (failure != null) {
			call(observation, () -> observation.error(failure));
		}
		call(observation, observation::stop);
	}

	/**
	 * Call the application's observation handlers.
	 */
	private void call(Observation observation, Runnable handlers) {
		if (!observation.isNoop()) {
			try {
				handlers.run();
			}
			catch (Throwable ex) {
				failed(ex);
			}
		}
	}

	private void failed(Throwable failure) {
		logger.warn("An observation handler failed; the event is handled regardless", failure);
	}

	/**
	 * A scope of a thread.
	 *
	 * @param opened the scope, or {@code null} if it could not be opened
	 * @param previous the scope to return to
	 */
	record Scope(Observation.@Nullable Scope opened, Observation.@Nullable Scope previous) {

	}

}
