package io.github.crispspring.client.website.conversation;

import io.github.crispspring.message.Sender;
import org.jspecify.annotations.Nullable;

/**
 * Mark for an unread conversation.
 *
 * @param from the side whose messages become unread
 */
public record ConversationUnreadMessageMark(@Nullable Sender from) {

}
