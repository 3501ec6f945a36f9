package io.github.crispspring.client.website.conversation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * File sent in a conversation.
 *
 * @param name the name
 * @param type the media type
 * @param url the URL
 * @param fingerprint the fingerprint of the message it was sent with
 * @param timestamp the time of sending
 */
public record ConversationFile(@Nullable String name, @Nullable String type, @Nullable String url,
		@Nullable Long fingerprint, @Nullable Instant timestamp) {

}
