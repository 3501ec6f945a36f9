package io.github.crispspring.client;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * {@link ObservationConvention} for REST calls. A bean of this type replaces
 * {@link DefaultCrispCallObservationConvention}.
 */
public interface CrispCallObservationConvention extends ObservationConvention<CrispCallContext> {

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof CrispCallContext;
	}

}
