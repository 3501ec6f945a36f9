package io.github.crispspring.event;

/**
 * Base interface of the {@code website:*} events.
 */
public sealed interface WebsiteEvent extends CrispEvent
		permits WebsiteUpdateOperatorsAvailability, WebsiteUpdateVisitorsCount, WebsiteUsersAvailable {

	@Override
	String websiteId();

}
