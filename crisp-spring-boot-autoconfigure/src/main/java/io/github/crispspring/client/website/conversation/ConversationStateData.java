package io.github.crispspring.client.website.conversation;

import io.github.crispspring.model.ConversationState;
import org.jspecify.annotations.Nullable;

/**
 * The state of a conversation.
 *
 * @param state the state
 */
public record ConversationStateData(@Nullable ConversationState state) {

}
