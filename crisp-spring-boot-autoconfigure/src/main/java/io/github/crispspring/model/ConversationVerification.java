package io.github.crispspring.model;

import org.jspecify.annotations.Nullable;

/**
 * Verified identity of a visitor.
 *
 * @param identity the identity, such as {@code email}
 * @param method the verification method
 * @param annotation an annotation
 */
public record ConversationVerification(@Nullable String identity, @Nullable String method,
		@Nullable String annotation) {

}
