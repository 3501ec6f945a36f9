package io.github.crispspring.client.plan;

import io.github.crispspring.client.BodyField;
import io.github.crispspring.client.CrispAuthenticationException;
import io.github.crispspring.client.CrispNotFoundException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Client for the plans to which websites are subscribed.
 * <p>
 * With the token of a plugin, a call fails with {@link CrispNotFoundException} if the
 * plugin is not installed on the website (reason {@code not_subscribed}), and with
 * {@link CrispAuthenticationException} if the token lacks a required scope.
 *
 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#plan-subscription">Plan
 * Subscription</a>
 */
@HttpExchange("/v1/plans/subscription")
public interface ReactivePlanSubscriptionClient {

	/**
	 * List the plans of all websites.
	 * <p>
	 * Crisp does not document which tiers may call this method.
	 * @return the plans
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-all-active-plan-subscriptions">List
	 * All Active Plan Subscriptions</a>
	 */
	@GetExchange
	Flux<PlanSubscription> listAllActiveSubscriptions();

	/**
	 * Return the plan of a website.
	 * <p>
	 * Crisp does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @return the plan
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-plan-subscription-for-a-website">Get
	 * Plan Subscription For A Website</a>
	 */
	@GetExchange("/{websiteId}")
	Mono<PlanSubscription> getPlanSubscriptionForWebsite(@PathVariable String websiteId);

	/**
	 * Subscribe a website to a plan.
	 * <p>
	 * Crisp does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param planId the identifier of the plan
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#subscribe-website-to-plan">Subscribe
	 * Website To Plan</a>
	 */
	@PostExchange("/{websiteId}")
	Mono<Void> subscribeWebsiteToPlan(@PathVariable String websiteId, @BodyField String planId);

	/**
	 * End the subscription of a website to its plan.
	 * <p>
	 * Crisp does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#unsubscribe-plan-from-website">Unsubscribe
	 * Plan From Website</a>
	 */
	@DeleteExchange("/{websiteId}")
	Mono<Void> unsubscribePlanFromWebsite(@PathVariable String websiteId);

	/**
	 * Change the billing period of a website.
	 * <p>
	 * Crisp does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param period the billing period
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#change-bill-period-for-website-plan-subscription">Change
	 * Bill Period For Website Plan Subscription</a>
	 */
	@PatchExchange("/{websiteId}/bill/period")
	Mono<Void> changeBillPeriodForWebsitePlanSubscription(@PathVariable String websiteId,
			@BodyField PlanSubscription.BillPeriod period);

	/**
	 * Return the discount that a coupon grants to a website.
	 * <p>
	 * Crisp does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param code the code of the coupon
	 * @return the coupon
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#check-coupon-availability-for-website-plan-subscription">Check
	 * Coupon Availability For Website Plan Subscription</a>
	 */
	@GetExchange("/{websiteId}/coupon")
	Mono<PlanSubscriptionCoupon> checkCouponAvailabilityForWebsitePlanSubscription(@PathVariable String websiteId,
			@RequestParam("code") String code);

	/**
	 * Redeem a coupon for a website.
	 * <p>
	 * Crisp does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param code the code of the coupon
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#redeem-coupon-for-website-plan-subscription">Redeem
	 * Coupon For Website Plan Subscription</a>
	 */
	@PatchExchange("/{websiteId}/coupon")
	Mono<Void> redeemCouponForWebsitePlanSubscription(@PathVariable String websiteId, @BodyField String code);

}
