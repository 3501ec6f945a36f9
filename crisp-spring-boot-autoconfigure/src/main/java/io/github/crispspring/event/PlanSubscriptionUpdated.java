package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Event reporting that the plan of a website changed.
 *
 * @param websiteId the identifier of the website
 * @param plan the plan
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record PlanSubscriptionUpdated(String websiteId, @Nullable Plan plan) implements CrispEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "plan:subscription:updated";

	/**
	 * A plan.
	 *
	 * @param id the identifier
	 * @param name the name
	 * @param price the price
	 * @param trialing whether it is a trial
	 */
	public record Plan(@Nullable String id, @Nullable String name, @Nullable Double price, boolean trialing) {

	}

}
