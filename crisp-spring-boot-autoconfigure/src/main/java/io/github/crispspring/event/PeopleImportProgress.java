package io.github.crispspring.event;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * Event reporting the progress of an import of profiles.
 * <p>
 * Sent to the user tier only, over the RTM connection but not to webhooks.
 *
 * @param websiteId the identifier of the website
 * @param importId the identifier of the import, if known
 * @param peopleId the identifier of a profile, if known
 * @param progress the progress
 * @param count the numbers of profiles
 * @param items the profiles
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record PeopleImportProgress(String websiteId, @Nullable String importId, @Nullable String peopleId,
		@Nullable Double progress, @Nullable Count count, @Nullable Items items) implements PeopleEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "people:import:progress";

	/**
	 * Numbers of profiles of an import.
	 *
	 * @param total the number of profiles, if known
	 * @param skipped the number of skipped profiles
	 * @param remaining the number of remaining profiles
	 */
	public record Count(@Nullable Integer total, @Nullable Integer skipped, @Nullable Integer remaining) {

	}

	/**
	 * Profiles of an import.
	 *
	 * @param skipped the skipped profiles
	 */
	public record Items(List<Skipped> skipped) {

		/**
		 * Create an instance from an object. Crisp may also send only the list.
		 */
		@JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
		public Items {
		}

		@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
		static Items of(List<Skipped> skipped) {
			return new Items(skipped);
		}

	}

	/**
	 * Profile that was not imported.
	 *
	 * @param identifier the identifier
	 * @param reason the reason for which it was skipped
	 */
	public record Skipped(@Nullable String identifier, @Nullable String reason) {

	}

}
