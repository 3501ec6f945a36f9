package io.github.crispspring.client.website.conversation;

import java.util.List;

import io.github.crispspring.model.ConversationParticipant;

/**
 * Participants of a conversation other than the visitor.
 *
 * @param participants the participants
 */
public record ConversationParticipants(List<ConversationParticipant> participants) {

}
