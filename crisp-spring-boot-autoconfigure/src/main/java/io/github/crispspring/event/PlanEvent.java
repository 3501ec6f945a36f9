package io.github.crispspring.event;

/**
 * Base interface of the {@code plan:*} events.
 */
public sealed interface PlanEvent extends CrispEvent permits PlanSubscriptionUpdated {

	@Override
	String websiteId();

}
