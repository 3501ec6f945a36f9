package io.github.crispspring.client.website.conversation;

import org.jspecify.annotations.Nullable;

/**
 * The proof of an identity.
 *
 * @param identity what is proved: {@code email}, {@code phone} or a URN
 * @param token the token from the link
 * @param recipient where the link was sent
 */
public record ConversationVerifyIdentityRedeem(@Nullable String identity, @Nullable String token,
		@Nullable String recipient) {

	/**
	 * Describes the proof without the token.
	 */
	@Override
	public String toString() {
		return "ConversationVerifyIdentityRedeem[identity=" + this.identity + "]";
	}

}
