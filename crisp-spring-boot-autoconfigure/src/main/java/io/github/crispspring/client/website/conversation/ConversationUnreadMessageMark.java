package io.github.crispspring.client.website.conversation;

import io.github.crispspring.message.Sender;
import org.jspecify.annotations.Nullable;

/**
 * For which side a conversation is marked as unread.
 *
 * @param from the side that wrote what becomes unread
 */
public record ConversationUnreadMessageMark(@Nullable Sender from) {

}
