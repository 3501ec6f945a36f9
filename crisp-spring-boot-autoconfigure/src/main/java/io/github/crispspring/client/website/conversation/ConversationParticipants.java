package io.github.crispspring.client.website.conversation;

import java.util.List;

import io.github.crispspring.model.ConversationParticipant;

/**
 * Who takes part in a conversation besides the visitor.
 *
 * @param participants the participants
 */
public record ConversationParticipants(List<ConversationParticipant> participants) {

}
