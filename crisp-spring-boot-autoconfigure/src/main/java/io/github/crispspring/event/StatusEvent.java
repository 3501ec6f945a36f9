package io.github.crispspring.event;

/**
 * Base interface of the {@code status:*} events.
 */
public sealed interface StatusEvent extends CrispEvent permits StatusHealthChanged {

	@Override
	String websiteId();

}
