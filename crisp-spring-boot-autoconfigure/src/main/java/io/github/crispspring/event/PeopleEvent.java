package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Something about the profiles of people changed: all {@code people:*} events.
 */
public sealed interface PeopleEvent extends CrispEvent permits PeopleBindSession, PeopleImportDone,
		PeopleImportProgress, PeopleProfileCreated, PeopleProfileRemoved, PeopleProfileUpdated, PeopleSyncProfile {

	@Override
	String websiteId();

	/**
	 * Return the profile it is about.
	 * @return the identifier, or {@code null} if it is not said
	 */
	@Nullable String peopleId();

}
