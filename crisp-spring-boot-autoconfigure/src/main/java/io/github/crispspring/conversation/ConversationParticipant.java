package io.github.crispspring.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes part in a conversation besides the visitor.
 *
 * @param type how the participant is reached, such as {@code email}
 * @param target where the participant is reached, such as the address
 */
public record ConversationParticipant(@Nullable String type, @Nullable String target) {

}
