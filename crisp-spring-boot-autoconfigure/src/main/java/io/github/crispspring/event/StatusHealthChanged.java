package io.github.crispspring.event;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.jspecify.annotations.Nullable;

/**
 * Event reporting that the health on the status page of a website changed.
 * <p>
 * Sent to the user tier only.
 *
 * @param websiteId the identifier of the website
 * @param health the health of all of it
 * @param nodes the nodes
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record StatusHealthChanged(String websiteId, @Nullable Health health, List<Node> nodes) implements CrispEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "status:health:changed";

	/**
	 * Health of a monitored node.
	 */
	public enum Health {

		/**
		 * Healthy.
		 */
		HEALTHY,

		/**
		 * Degraded.
		 */
		SICK,

		/**
		 * Down.
		 */
		DEAD,

		/**
		 * A health unknown to this version.
		 */
		@JsonEnumDefaultValue
		UNKNOWN

	}

	/**
	 * Monitored node.
	 *
	 * @param label the name
	 * @param replica the replica
	 */
	public record Node(@Nullable String label, @Nullable String replica) {

	}

}
