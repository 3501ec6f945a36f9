package io.github.crispspring.client.website.conversation;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Original of a message, such as an email.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param originalId the identifier
 * @param type the kind, such as {@code email}
 * @param headers the headers
 * @param content the content as received
 * @param timestamp the time of receipt
 */
public record ConversationOriginal(@Nullable String websiteId, @Nullable String sessionId, @Nullable String originalId,
		@Nullable String type, Map<String, Object> headers, @Nullable String content, @Nullable Instant timestamp) {

	@Override
	public String toString() {
		return "ConversationOriginal[originalId=" + this.originalId + ", type=" + this.type + "]";
	}

}
