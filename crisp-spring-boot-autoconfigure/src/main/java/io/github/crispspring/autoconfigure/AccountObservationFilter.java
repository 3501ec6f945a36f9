package io.github.crispspring.autoconfigure;

import io.github.crispspring.client.CrispCallContext;
import io.github.crispspring.dispatch.CrispEventContext;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;

/**
 * {@link ObservationFilter} that adds the account to the observations of calls and
 * events, if the application has several.
 */
final class AccountObservationFilter implements ObservationFilter {

	private static final String KEY = "crisp.account";

	@Override
	public Observation.Context map(Observation.Context context) {
		if (context instanceof CrispEventContext event) {
			context.addLowCardinalityKeyValue(KeyValue.of(KEY, event.getDelivery().account()));
		}
		else if (context instanceof CrispCallContext call) {
			String account = call.getAccount();
			context.addLowCardinalityKeyValue(KeyValue.of(KEY, (account != null) ? account : KeyValue.NONE_VALUE));
		}
		return context;
	}

}
