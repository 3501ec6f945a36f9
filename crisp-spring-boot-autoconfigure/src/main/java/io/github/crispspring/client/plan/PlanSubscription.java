package io.github.crispspring.client.plan;

import org.jspecify.annotations.Nullable;

/**
 * The plan that a website subscribed to.
 *
 * @param id the identifier of the plan
 * @param name its name
 * @param price what it costs
 * @param since since when the website has it, as Crisp writes it
 * @param trialing whether it is a trial
 * @param trialEnd when the trial ends, as Crisp writes it
 * @param trialEndDate the date on which the trial ends, as Crisp writes it
 * @param billPeriod how often the website is billed
 * @param billValidUntil until when it is paid for, as Crisp writes it
 * @param active whether the subscription is active
 * @param sandbox whether it is a sandbox
 * @param website the website
 * @param couponRedeemed whether a coupon was redeemed
 * @param cardId the identifier of the payment card
 * @param owner who pays for it
 */
public record PlanSubscription(@Nullable String id, @Nullable String name, @Nullable Double price,
		@Nullable String since, @Nullable Boolean trialing, @Nullable String trialEnd, @Nullable String trialEndDate,
		@Nullable PlanSubscriptionBillPeriod billPeriod, @Nullable String billValidUntil, @Nullable Boolean active,
		@Nullable Boolean sandbox, @Nullable Website website, @Nullable Boolean couponRedeemed, @Nullable String cardId,
		@Nullable Owner owner) {

	/**
	 * A website that subscribed to a plan.
	 *
	 * @param id its identifier
	 * @param name its name
	 * @param domain its domain
	 * @param logo the URL of its logo
	 */
	public record Website(@Nullable String id, @Nullable String name, @Nullable String domain, @Nullable String logo) {

	}

	/**
	 * Somebody who pays for a plan.
	 *
	 * @param userId the identifier of the operator
	 * @param email the e-mail address
	 * @param firstName the first name
	 * @param lastName the last name
	 */
	public record Owner(@Nullable String userId, @Nullable String email, @Nullable String firstName,
			@Nullable String lastName) {

	}

}
