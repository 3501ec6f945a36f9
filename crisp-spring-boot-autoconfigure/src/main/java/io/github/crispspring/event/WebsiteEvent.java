package io.github.crispspring.event;

/**
 * Something about a website, its visitors and operators changed: all {@code website:*}
 * events.
 */
public sealed interface WebsiteEvent extends CrispEvent
		permits WebsiteUpdateOperatorsAvailability, WebsiteUpdateVisitorsCount, WebsiteUsersAvailable {

	@Override
	String websiteId();

}
