package io.github.crispspring.event;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.jspecify.annotations.Nullable;

/**
 * The health of what the status page of a website watches changed.
 * <p>
 * Only the user tier gets it.
 *
 * @param websiteId the identifier of the website
 * @param health the health of all of it
 * @param nodes the nodes it is about
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record StatusHealthChanged(String websiteId, @Nullable Health health, List<Node> nodes) implements StatusEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "status:health:changed";

	/**
	 * How well what is watched does.
	 */
	public enum Health {

		/**
		 * It works.
		 */
		HEALTHY,

		/**
		 * It works badly.
		 */
		SICK,

		/**
		 * It does not work.
		 */
		DEAD,

		/**
		 * A health that this version does not know.
		 */
		@JsonEnumDefaultValue
		UNKNOWN

	}

	/**
	 * A node that is watched.
	 *
	 * @param label its name
	 * @param replica which of its replicas
	 */
	public record Node(@Nullable String label, @Nullable String replica) {

	}

}
