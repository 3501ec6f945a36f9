package io.github.crispspring.event;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.crispspring.model.ConversationVerification;
import org.jspecify.annotations.Nullable;

/**
 * Event reporting that the verification status of the visitor's identity changed.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @param verified whether the visitor is verified
 * @param verifications the verified identities
 * @param routingIds the identifiers of the operators the conversation is assigned to
 * @param error the reason for which it could not be verified
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionUpdateVerify(String websiteId, String sessionId, @Nullable String inboxId,
		@JsonProperty("is_verified") boolean verified, List<ConversationVerification> verifications,
		List<String> routingIds, @Nullable String error) implements SessionEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "session:update_verify";

}
