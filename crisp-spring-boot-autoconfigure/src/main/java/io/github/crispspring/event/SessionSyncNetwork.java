package io.github.crispspring.event;

import io.github.crispspring.model.ConnectionInfo;
import org.jspecify.annotations.Nullable;

/**
 * Through which network the visitor is connected became known.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox it is in, absent for the main one
 * @param network the network
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record SessionSyncNetwork(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable Network network) implements SessionEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "session:sync:network";

	/**
	 * Where in the network a visitor is.
	 *
	 * @param ip the network address
	 * @param connection the connection
	 */
	public record Network(@Nullable String ip, @Nullable ConnectionInfo connection) {

	}

}
