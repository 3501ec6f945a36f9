package io.github.crispspring.client.plan;

import org.jspecify.annotations.Nullable;

/**
 * What a coupon offers.
 *
 * @param code its code
 * @param policy what it gives
 * @param redeemLimit how many times it can be redeemed
 * @param expireAt when it expires, as Crisp writes it
 */
public record PlanSubscriptionCoupon(@Nullable String code, @Nullable Policy policy, @Nullable Integer redeemLimit,
		@Nullable String expireAt) {

	/**
	 * What a coupon gives.
	 *
	 * @param rebatePercent the rebate in percent
	 * @param trialDays the length of the trial in days
	 */
	public record Policy(@Nullable Double rebatePercent, @Nullable Integer trialDays) {

	}

}
