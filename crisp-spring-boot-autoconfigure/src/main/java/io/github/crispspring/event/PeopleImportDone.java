package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * An import of profiles ended.
 * <p>
 * Only the user tier gets it, and only over the realtime connection: it is never sent as
 * a web hook.
 *
 * @param websiteId the identifier of the website
 * @param importId the identifier of the import, if it is said
 * @param peopleId the identifier of a profile, if it is said
 * @param error whether it failed
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record PeopleImportDone(String websiteId, @Nullable String importId, @Nullable String peopleId,
		boolean error) implements PeopleEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "people:import:done";

}
