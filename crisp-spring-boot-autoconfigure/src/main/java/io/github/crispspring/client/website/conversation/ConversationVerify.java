package io.github.crispspring.client.website.conversation;

import java.util.List;

import io.github.crispspring.model.ConversationVerification;

/**
 * Whether the identity of a visitor is verified.
 *
 * @param verified whether it is verified
 * @param verifications how it was verified
 */
public record ConversationVerify(boolean verified, List<ConversationVerification> verifications) {

}
