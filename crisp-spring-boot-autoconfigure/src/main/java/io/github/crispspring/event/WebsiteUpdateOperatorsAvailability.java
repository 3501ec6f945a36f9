package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Event reporting that an operator went online or offline.
 *
 * @param websiteId the identifier of the website
 * @param userId the identifier of the operator
 * @param availability whether the operator is online
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record WebsiteUpdateOperatorsAvailability(String websiteId, @Nullable String userId,
		@Nullable OperatorAvailability availability) implements WebsiteEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "website:update_operators_availability";

	/**
	 * Availability of an operator.
	 *
	 * @param type whether the operator is online
	 */
	public record OperatorAvailability(@Nullable Availability type) {

	}

}
