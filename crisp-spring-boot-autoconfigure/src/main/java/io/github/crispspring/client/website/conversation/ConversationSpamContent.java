package io.github.crispspring.client.website.conversation;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A message that was held back as spam, with its content.
 *
 * @param spamId its identifier
 * @param type the kind of message, such as {@code email}
 * @param reason why it was held back
 * @param metadata what is known of it
 * @param headers its headers
 * @param timestamp when it came
 * @param content its content
 */
public record ConversationSpamContent(@Nullable String spamId, @Nullable String type, @Nullable String reason,
		Map<String, Object> metadata, Map<String, Object> headers, @Nullable Instant timestamp,
		Map<String, Object> content) {

	@Override
	public String toString() {
		return "ConversationSpamContent[spamId=" + this.spamId + ", type=" + this.type + ", reason=" + this.reason
				+ "]";
	}

}
