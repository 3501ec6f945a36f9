package io.github.crispspring.event;

/**
 * Something about the plan of a website changed: all {@code plan:*} events.
 */
public sealed interface PlanEvent extends CrispEvent permits PlanSubscriptionUpdated {

	@Override
	String websiteId();

}
