package io.github.crispspring.client;

import io.github.crispspring.client.CrispCallObservation.LowCardinalityKeyNames;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;

/**
 * The names of the observation of calls, unless the application says otherwise.
 */
public class DefaultCrispCallObservationConvention implements CrispCallObservationConvention {

	@Override
	public String getName() {
		return "crisp.rest";
	}

	@Override
	public String getContextualName(CrispCallContext context) {
		String name = context.getMethodName();
		return "crisp " + ((name != null) ? name : context.getRoute());
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(CrispCallContext context) {
		String name = context.getMethodName();
		return KeyValues.of(LowCardinalityKeyNames.METHOD.withValue((name != null) ? name : KeyValue.NONE_VALUE),
				LowCardinalityKeyNames.OUTCOME.withValue(outcome(context.getError())));
	}

	private String outcome(@Nullable Throwable failure) {
		if (failure == null) {
			return "success";
		}
		if (failure instanceof CrispApiException refusal) {
			return outcome(refusal);
		}
		return (failure instanceof CrispUnreadableResponseException) ? "unreadable" : "unreachable";
	}

	private String outcome(CrispApiException refusal) {
		if (refusal instanceof CrispAuthenticationException) {
			return "unauthorized";
		}
		if (refusal instanceof CrispNotFoundException) {
			return "not_found";
		}
		if (refusal instanceof CrispRateLimitException) {
			return "rate_limited";
		}
		if (refusal instanceof CrispQuotaException) {
			return "quota_used_up";
		}
		return (refusal.getStatus() < 500) ? "refused" : "failed";
	}

}
