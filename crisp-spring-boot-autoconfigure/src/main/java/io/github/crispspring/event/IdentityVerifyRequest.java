package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * The identity of a visitor is to be verified: the code or the URL is to reach the
 * visitor over the target.
 * <p>
 * Only the plugin tier gets it.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox it is in, if it is said
 * @param pluginId the identifier of the plugin
 * @param target where the visitor is reached, such as the e-mail address
 * @param code the code that proves the identity
 * @param confirmUrl the URL that proves the identity
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record IdentityVerifyRequest(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable String pluginId, @Nullable String target, @Nullable String code,
		@Nullable String confirmUrl) implements IdentityEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "identity:verify:request";

	/**
	 * Describes the event without what proves the identity.
	 */
	@Override
	public String toString() {
		return "IdentityVerifyRequest[websiteId=" + this.websiteId + ", sessionId=" + this.sessionId + ", pluginId="
				+ this.pluginId + ", target=" + this.target + "]";
	}

}
