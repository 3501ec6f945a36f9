package io.github.crispspring.client;

import io.github.crispspring.client.CrispCallObservation.LowCardinalityKeyNames;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;

/**
 * Default {@link CrispCallObservationConvention}.
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
				LowCardinalityKeyNames.OUTCOME.withValue(outcome(context)));
	}

	private String outcome(CrispCallContext context) {
		Throwable failure = context.getError();
		if (failure != null) {
			return outcome(failure);
		}
		if (context.isSucceeded()) {
			return "success";
		}
		return context.isCancelled() ? "cancelled" : KeyValue.NONE_VALUE;
	}

	private String outcome(Throwable failure) {
		if (failure instanceof CrispApiException ex) {
			return outcome(ex);
		}
		if (failure instanceof CrispCallLimitException) {
			return "quota_exceeded";
		}
		return (failure instanceof CrispUnreadableResponseException) ? "unreadable" : "unreachable";
	}

	private String outcome(CrispApiException ex) {
		if (ex instanceof CrispAuthenticationException) {
			return "unauthorized";
		}
		if (ex instanceof CrispNotFoundException) {
			return "not_found";
		}
		if (ex instanceof CrispRateLimitException) {
			return "rate_limited";
		}
		if (ex instanceof CrispQuotaException) {
			return "quota_exceeded";
		}
		return ex.getStatusCode().is5xxServerError() ? "server_error" : "client_error";
	}

}
