package io.github.crispspring.client.plan;

import org.jspecify.annotations.Nullable;

/**
 * Coupon for a plan.
 *
 * @param code the code
 * @param policy the discount
 * @param redeemLimit the number of possible redemptions
 * @param expireAt the time of expiration, as formatted by Crisp
 */
public record PlanSubscriptionCoupon(@Nullable String code, @Nullable Policy policy, @Nullable Integer redeemLimit,
		@Nullable String expireAt) {

	/**
	 * Discount of a coupon.
	 *
	 * @param rebatePercent the rebate in percent
	 * @param trialDays the length of the trial in days
	 */
	public record Policy(@Nullable Double rebatePercent, @Nullable Integer trialDays) {

	}

}
