package io.github.crispspring.client.website.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Browsing session of a visitor.
 *
 * @param browsingId the identifier of the browsing session
 * @param browsingToken the token of the session
 * @param useragent the user agent
 */
public record ConversationBrowsing(@Nullable String browsingId, @Nullable String browsingToken,
		@Nullable String useragent) {

	/**
	 * Return a description without the token.
	 */
	@Override
	public String toString() {
		return "ConversationBrowsing[browsingId=" + this.browsingId + "]";
	}

}
