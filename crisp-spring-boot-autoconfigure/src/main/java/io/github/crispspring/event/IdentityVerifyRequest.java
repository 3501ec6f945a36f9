package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Event requesting the verification of a visitor's identity. The code or the URL must be
 * sent to the visitor at the target.
 * <p>
 * Sent to the plugin tier only.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, if known
 * @param pluginId the identifier of the plugin
 * @param target the address of the visitor, such as an email address
 * @param code the code that confirms the identity
 * @param confirmUrl the URL that confirms the identity
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record IdentityVerifyRequest(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable String pluginId, @Nullable String target, @Nullable String code,
		@Nullable String confirmUrl) implements ConversationEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "identity:verify:request";

	/**
	 * Return a description without the code and the URL.
	 */
	@Override
	public String toString() {
		return "IdentityVerifyRequest[websiteId=" + this.websiteId + ", sessionId=" + this.sessionId + ", pluginId="
				+ this.pluginId + ", target=" + this.target + "]";
	}

}
