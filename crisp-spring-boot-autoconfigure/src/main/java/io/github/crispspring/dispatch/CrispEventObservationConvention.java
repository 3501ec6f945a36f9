package io.github.crispspring.dispatch;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Names the observation of the handling of events and its keys. A bean of this type takes
 * the place of {@link DefaultCrispEventObservationConvention}.
 */
public interface CrispEventObservationConvention extends ObservationConvention<CrispEventContext> {

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof CrispEventContext;
	}

}
