package io.github.crispspring.dispatch;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * {@link ObservationConvention} for the handling of events. A bean of this type replaces
 * the {@link DefaultCrispEventObservationConvention}.
 */
public interface CrispEventObservationConvention extends ObservationConvention<CrispEventContext> {

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof CrispEventContext;
	}

}
