package io.github.crispspring.client.website.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Which identity a visitor is asked to prove.
 *
 * @param identity what to prove: {@code email}, {@code phone} or a URN
 * @param method how, such as {@code link}
 * @param recipient where the request is sent
 */
public record ConversationVerifyIdentityRequest(@Nullable String identity, @Nullable String method,
		@Nullable String recipient) {

}
