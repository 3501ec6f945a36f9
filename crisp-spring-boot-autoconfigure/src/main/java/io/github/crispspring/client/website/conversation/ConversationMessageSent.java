package io.github.crispspring.client.website.conversation;

import org.jspecify.annotations.Nullable;

/**
 * A message that Crisp accepted.
 *
 * @param fingerprint the number by which it is known within the conversation
 */
public record ConversationMessageSent(@Nullable Long fingerprint) {

}
