package io.github.crispspring.client;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Names the observation of calls and its keys. A bean of this type takes the place of
 * {@link DefaultCrispCallObservationConvention}.
 */
public interface CrispCallObservationConvention extends ObservationConvention<CrispCallContext> {

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof CrispCallContext;
	}

}
