package io.github.crispspring.event;

/**
 * Something about the status page of a website changed: all {@code status:*} events.
 */
public sealed interface StatusEvent extends CrispEvent permits StatusHealthChanged {

	@Override
	String websiteId();

}
