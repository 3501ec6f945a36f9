package io.github.crispspring.client.website.conversation;

import org.jspecify.annotations.Nullable;

/**
 * A call with a visitor.
 *
 * @param callId the identifier of the call
 */
public record ConversationCall(@Nullable String callId) {

}
