package io.github.crispspring.event;

import java.util.List;

import io.github.crispspring.message.MessageContent;
import io.github.crispspring.message.MessagePreview;
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
 * @param type the kind of its content, which often does not come with it
 * @param preview previews of the links in it
 * @param routingIds the identifiers of the operators that the conversation is routed to
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record MessageUpdated(String websiteId, String sessionId, @Nullable String inboxId, long fingerprint,
		@Nullable MessageContent content, @Nullable String type, List<MessagePreview> preview,
		List<String> routingIds) implements MessageEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "message:updated";

	/**
	 * Reads the content as the kind that the type says or, without a type, that it looks
	 * like.
	 */
	public MessageUpdated {
		content = MessageContent.of(type, content);
	}

	/**
	 * Return the text of its new content.
	 * @return the text, or {@code null} if it has none
	 * @see MessageContent#text()
	 */
	public @Nullable String text() {
		return (this.content != null) ? this.content.text() : null;
	}

}
