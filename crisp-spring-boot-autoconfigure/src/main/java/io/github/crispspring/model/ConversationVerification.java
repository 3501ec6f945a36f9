package io.github.crispspring.model;

import org.jspecify.annotations.Nullable;

/**
 * One verified identity of a visitor.
 *
 * @param identity what was verified, such as {@code email}
 * @param method how it was verified
 * @param annotation a remark about it
 */
public record ConversationVerification(@Nullable String identity, @Nullable String method,
		@Nullable String annotation) {

}
