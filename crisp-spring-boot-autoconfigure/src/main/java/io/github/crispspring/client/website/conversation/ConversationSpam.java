package io.github.crispspring.client.website.conversation;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A message that was held back as spam.
 *
 * @param spamId its identifier
 * @param type the kind of message, such as {@code email}
 * @param reason why it was held back
 * @param metadata what is known of it
 * @param headers its headers
 * @param timestamp when it came
 */
public record ConversationSpam(@Nullable String spamId, @Nullable String type, @Nullable String reason,
		Map<String, Object> metadata, Map<String, Object> headers, @Nullable Instant timestamp) {

}
