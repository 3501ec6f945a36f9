package io.github.crispspring.client.plan;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/**
 * How often a website is billed.
 */
public enum PlanSubscriptionBillPeriod {

	/**
	 * Every month.
	 */
	MONTHLY,

	/**
	 * Every year.
	 */
	YEARLY,

	/**
	 * In a rhythm that this version does not know.
	 */
	@JsonEnumDefaultValue
	UNKNOWN

}
