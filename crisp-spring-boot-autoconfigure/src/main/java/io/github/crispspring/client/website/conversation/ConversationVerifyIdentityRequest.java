package io.github.crispspring.client.website.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Request for the verification of a visitor's identity.
 *
 * @param identity the identity: {@code email}, {@code phone} or a URN
 * @param method the method, such as {@code link}
 * @param recipient the target of the request
 */
public record ConversationVerifyIdentityRequest(@Nullable String identity, @Nullable String method,
		@Nullable String recipient) {

}
