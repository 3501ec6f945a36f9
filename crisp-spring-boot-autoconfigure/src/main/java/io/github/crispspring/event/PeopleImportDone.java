package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Event reporting that an import of profiles has completed.
 * <p>
 * Sent to the user tier only, over the RTM connection but not to webhooks.
 *
 * @param websiteId the identifier of the website
 * @param importId the identifier of the import, if known
 * @param peopleId the identifier of a profile, if known
 * @param error whether it failed
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record PeopleImportDone(String websiteId, @Nullable String importId, @Nullable String peopleId,
		boolean error) implements PeopleEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "people:import:done";

}
