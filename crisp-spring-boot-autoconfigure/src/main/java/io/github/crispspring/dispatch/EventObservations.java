package io.github.crispspring.dispatch;

import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Creates the observations of events, and keeps the failures of observation handlers from
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
			logger.warn("An event is not observed, as its observation could not be created", ex);
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
	Observation.@Nullable Scope openScope(Observation observation) {
		if (!observation.isNoop()) {
			try {
				return observation.openScope();
			}
			catch (Throwable ex) {
				failed(ex);
			}
		}
		return null;
	}

	void close(Observation.@Nullable Scope scope) {
		if (scope != null) {
			try {
				scope.close();
			}
			catch (Throwable ex) {
				failed(ex);
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

}
