package io.github.crispspring.client.plan;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.jspecify.annotations.Nullable;

/**
 * Subscription of a website to a plan.
 *
 * @param id the identifier of the plan
 * @param name the name
 * @param price the price
 * @param since the start of the subscription, as formatted by Crisp
 * @param trialing whether it is a trial
 * @param trialEnd the end of the trial, as formatted by Crisp
 * @param trialEndDate the date of the end of the trial, as formatted by Crisp
 * @param billPeriod the billing period
 * @param billValidUntil the end of the paid period, as formatted by Crisp
 * @param active whether the subscription is active
 * @param sandbox whether it is a sandbox
 * @param website the website
 * @param couponRedeemed whether a coupon was redeemed
 * @param cardId the identifier of the payment card
 * @param owner the payer
 */
public record PlanSubscription(@Nullable String id, @Nullable String name, @Nullable Double price,
		@Nullable String since, @Nullable Boolean trialing, @Nullable String trialEnd, @Nullable String trialEndDate,
		@Nullable BillPeriod billPeriod, @Nullable String billValidUntil, @Nullable Boolean active,
		@Nullable Boolean sandbox, @Nullable Website website, @Nullable Boolean couponRedeemed, @Nullable String cardId,
		@Nullable Owner owner) {

	/**
	 * Website that is subscribed to a plan.
	 *
	 * @param id the identifier
	 * @param name the name
	 * @param domain the domain
	 * @param logo the URL of its logo
	 */
	public record Website(@Nullable String id, @Nullable String name, @Nullable String domain, @Nullable String logo) {

	}

	/**
	 * User who pays for a plan.
	 *
	 * @param userId the identifier of the operator
	 * @param email the email address
	 * @param firstName the first name
	 * @param lastName the last name
	 */
	public record Owner(@Nullable String userId, @Nullable String email, @Nullable String firstName,
			@Nullable String lastName) {

	}

	/**
	 * Billing period of a website.
	 */
	public enum BillPeriod {

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

}
