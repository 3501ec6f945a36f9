package io.github.crispspring.event;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * An import of profiles came further.
 * <p>
 * Only the user tier gets it, and only over the realtime connection: it is never sent as
 * a web hook.
 *
 * @param websiteId the identifier of the website
 * @param importId the identifier of the import, if it is said
 * @param peopleId the identifier of a profile, if it is said
 * @param progress how much of it is done
 * @param count how many profiles it is about
 * @param items the profiles it is about
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record PeopleImportProgress(String websiteId, @Nullable String importId, @Nullable String peopleId,
		@Nullable Double progress, @Nullable Count count, @Nullable Items items) implements PeopleEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "people:import:progress";

	/**
	 * How many profiles an import is about.
	 *
	 * @param total how many there are, if it is said
	 * @param skipped how many were skipped
	 * @param remaining how many are still to come
	 */
	public record Count(@Nullable Integer total, @Nullable Integer skipped, @Nullable Integer remaining) {

	}

	/**
	 * The profiles that an import is about.
	 *
	 * @param skipped those that were skipped
	 */
	public record Items(List<Skipped> skipped) {

		/**
		 * Creates it of the object that Crisp sends, which can also be the list alone.
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
	 * A profile that was not imported.
	 *
	 * @param identifier which one it is
	 * @param reason why it was skipped
	 */
	public record Skipped(@Nullable String identifier, @Nullable String reason) {

	}

}
