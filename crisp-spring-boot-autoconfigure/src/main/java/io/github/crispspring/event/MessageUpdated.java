package io.github.crispspring.event;

import io.github.crispspring.message.MessageContent;
import org.jspecify.annotations.Nullable;

/**
 * The content of a message changed: somebody edited it, or the visitor answered a picker
 * or a field.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox it is in, absent for the main one
 * @param fingerprint the fingerprint of the message
 * @param content its new content, in which an answer is selected or has a value
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record MessageUpdated(String websiteId, String sessionId, @Nullable String inboxId, long fingerprint,
		@Nullable MessageContent content) implements MessageEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "message:updated";

	/**
	 * Recognises the content by what it looks like, as its type does not come with it.
	 */
	public MessageUpdated {
		content = MessageContent.of(null, content);
	}

}
