package io.github.crispspring.listener;

import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Begins the observations of the handling of events.
 */
final class EventObservations {

	private static final CrispEventObservationConvention DEFAULT_CONVENTION = new DefaultCrispEventObservationConvention();

	private final ObservationRegistry registry;

	private final @Nullable CrispEventObservationConvention convention;

	EventObservations(ObservationRegistry registry, @Nullable CrispEventObservationConvention convention) {
		this.registry = registry;
		this.convention = convention;
	}

	/**
	 * Return an observation that is not started yet. What is observed at this moment,
	 * such as the request that brought the event, is its parent.
	 */
	Observation of(CrispEvent event, CrispDelivery delivery) {
		return CrispEventObservation.CRISP_EVENT.observation(this.convention, DEFAULT_CONVENTION,
				() -> new CrispEventContext(event, delivery), this.registry);
	}

}
