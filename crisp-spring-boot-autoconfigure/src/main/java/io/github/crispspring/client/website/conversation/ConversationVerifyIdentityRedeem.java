package io.github.crispspring.client.website.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Verification of an identity with the token from a link.
 *
 * @param identity the identity: {@code email}, {@code phone} or a URN
 * @param token the token from the link
 * @param recipient the target to which the link was sent
 */
public record ConversationVerifyIdentityRedeem(@Nullable String identity, @Nullable String token,
		@Nullable String recipient) {

	/**
	 * Return a description without the token.
	 */
	@Override
	public String toString() {
		return "ConversationVerifyIdentityRedeem[identity=" + this.identity + "]";
	}

}
