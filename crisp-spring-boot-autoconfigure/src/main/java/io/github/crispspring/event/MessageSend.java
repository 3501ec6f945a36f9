package io.github.crispspring.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.crispspring.message.MessageContent;
import io.github.crispspring.message.MessageIgnored;
import io.github.crispspring.message.MessageOriginal;
import io.github.crispspring.message.MessagePreview;
import io.github.crispspring.message.MessageReference;
import io.github.crispspring.message.MessageUser;
import io.github.crispspring.message.Sender;
import org.jspecify.annotations.Nullable;

/**
 * Event reporting that a visitor sent a message. Crisp has also been observed to send
 * this event for a note created by REST, whose {@link #from()} is the operator side.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @param type the type of the content
 * @param from the side that sent the message
 * @param origin the origin: {@code chat}, {@code email} or the URN of an integration
 * @param content the content
 * @param fingerprint the number that identifies the message in the conversation
 * @param timestamp the time of sending
 * @param user the author
 * @param mentions the identifiers of the operators mentioned in it
 * @param stamped whether Crisp has stored it
 * @param automated whether a program sent it
 * @param edited whether it was changed after it was sent
 * @param translated whether it was translated
 * @param references the references
 * @param original the original
 * @param properties the properties set by integrations
 * @param preview previews of the links in it
 * @param read the origin where it was read, empty if it was not
 * @param delivered the origin where it was delivered, empty if it was not
 * @param ignored the recipients to whom it could not be delivered
 * @param stealth whether it was sent without notifying the visitor
 * @param routingIds the identifiers of the operators that the conversation is routed to
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record MessageSend(String websiteId, String sessionId, @Nullable String inboxId, @Nullable String type,
		@Nullable Sender from, @Nullable String origin, @Nullable MessageContent content, long fingerprint,
		@Nullable Instant timestamp, @Nullable MessageUser user, List<String> mentions, boolean stamped,
		boolean automated, boolean edited, boolean translated, List<MessageReference> references,
		@Nullable MessageOriginal original, Map<String, Object> properties, List<MessagePreview> preview,
		@Nullable String read, @Nullable String delivered, Map<String, MessageIgnored> ignored, boolean stealth,
		List<String> routingIds) implements ChatMessageEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "message:send";

	/**
	 * Convert the content to the kind that the type denotes.
	 */
	public MessageSend {
		content = MessageContent.of(type, content);
	}

}
