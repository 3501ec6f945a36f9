package io.github.crispspring.client.website.conversation;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Message held back as spam, with its content.
 *
 * @param spamId the identifier
 * @param type the kind of message, such as {@code email}
 * @param reason the reason for which it was held back
 * @param metadata the data
 * @param headers the headers
 * @param timestamp the time of receipt
 * @param content the content
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
