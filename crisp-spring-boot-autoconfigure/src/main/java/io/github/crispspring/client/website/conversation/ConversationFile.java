package io.github.crispspring.client.website.conversation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A file that was sent in a conversation.
 *
 * @param name its name
 * @param type its media type
 * @param url where it can be read
 * @param fingerprint the fingerprint of the message it was sent with
 * @param timestamp when it was sent
 */
public record ConversationFile(@Nullable String name, @Nullable String type, @Nullable String url,
		@Nullable Long fingerprint, @Nullable Instant timestamp) {

}
