package io.github.crispspring.client.website.conversation;

import org.jspecify.annotations.Nullable;

/**
 * A page of a visitor that can be watched.
 *
 * @param browsingId the identifier of the browsing session
 * @param browsingToken the token with which it is watched
 * @param useragent what the visitor's browser says of itself
 */
public record ConversationBrowsing(@Nullable String browsingId, @Nullable String browsingToken,
		@Nullable String useragent) {

	/**
	 * Describes the session without its token.
	 */
	@Override
	public String toString() {
		return "ConversationBrowsing[browsingId=" + this.browsingId + "]";
	}

}
