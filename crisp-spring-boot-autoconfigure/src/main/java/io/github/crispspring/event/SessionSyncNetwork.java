package io.github.crispspring.event;

import io.github.crispspring.model.ConnectionInfo;
import org.jspecify.annotations.Nullable;

/**
 * Event reporting the network of the visitor.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @param network the network
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionSyncNetwork(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable Network network) implements SessionEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "session:sync:network";

	/**
	 * Network of a visitor.
	 *
	 * @param ip the network address
	 * @param connection the connection
	 */
	public record Network(@Nullable String ip, @Nullable ConnectionInfo connection) {

	}

}
