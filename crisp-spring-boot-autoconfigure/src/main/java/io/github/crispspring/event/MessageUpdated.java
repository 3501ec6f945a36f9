package io.github.crispspring.event;

import java.util.List;

import io.github.crispspring.message.MessageContent;
import io.github.crispspring.message.MessagePreview;
import org.jspecify.annotations.Nullable;

/**
 * Event reporting that the content of a message changed: it was edited, or the visitor
 * answered a picker or a field.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @param fingerprint the fingerprint of the message
 * @param content the new content, which contains the answer to a picker or a field
 * @param type the type of the content, which Crisp often omits
 * @param preview previews of the links in it
 * @param routingIds the identifiers of the operators that the conversation is routed to
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record MessageUpdated(String websiteId, String sessionId, @Nullable String inboxId, long fingerprint,
		@Nullable MessageContent content, @Nullable String type, List<MessagePreview> preview,
		List<String> routingIds) implements MessageEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "message:updated";

	/**
	 * Convert the content to the kind that the type denotes or, without a type, to the
	 * kind that its fields indicate.
	 */
	public MessageUpdated {
		content = MessageContent.of(type, content);
	}

	/**
	 * Return the text of the new content.
	 * @return the text, or {@code null} for none
	 * @see MessageContent#text()
	 */
	public @Nullable String text() {
		return (this.content != null) ? this.content.text() : null;
	}

}
