package io.github.crispspring.client.website.conversation;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a message was made from.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param originalId its identifier
 * @param type its kind, such as {@code email}
 * @param headers its headers
 * @param content its content as it came
 * @param timestamp when it came
 */
public record ConversationOriginal(@Nullable String websiteId, @Nullable String sessionId, @Nullable String originalId,
		@Nullable String type, Map<String, Object> headers, @Nullable String content, @Nullable Instant timestamp) {

	@Override
	public String toString() {
		return "ConversationOriginal[originalId=" + this.originalId + ", type=" + this.type + "]";
	}

}
