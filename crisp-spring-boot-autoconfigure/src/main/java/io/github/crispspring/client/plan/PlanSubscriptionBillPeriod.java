package io.github.crispspring.client.plan;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/**
 * Billing period of a website.
 */
public enum PlanSubscriptionBillPeriod {

	/**
	 * Monthly billing.
	 */
	MONTHLY,

	/**
	 * Yearly billing.
	 */
	YEARLY,

	/**
	 * A billing period unknown to this version.
	 */
	@JsonEnumDefaultValue
	UNKNOWN

}
