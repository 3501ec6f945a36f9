package io.github.crispspring.client.website.conversation;

import java.util.List;

import io.github.crispspring.model.ConversationVerification;

/**
 * Verification status of a visitor's identity.
 *
 * @param verified whether it is verified
 * @param verifications the verification method
 */
public record ConversationVerifyStatus(boolean verified, List<ConversationVerification> verifications) {

}
