package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Base interface of the {@code people:*} events.
 */
public sealed interface PeopleEvent extends CrispEvent permits PeopleBindSession, PeopleImportDone,
		PeopleImportProgress, PeopleProfileCreated, PeopleProfileRemoved, PeopleProfileUpdated, PeopleSyncProfile {

	@Override
	String websiteId();

	/**
	 * Return the identifier of the profile.
	 * @return the identifier, or {@code null} if unknown
	 */
	@Nullable String peopleId();

}
