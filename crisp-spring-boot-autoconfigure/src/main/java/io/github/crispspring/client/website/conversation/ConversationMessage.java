package io.github.crispspring.client.website.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.crispspring.json.ExtraFields;
import io.github.crispspring.message.MessageContent;
import io.github.crispspring.message.MessageIgnored;
import io.github.crispspring.message.MessageOriginal;
import io.github.crispspring.message.MessagePreview;
import io.github.crispspring.message.MessageReference;
import io.github.crispspring.message.MessageUser;
import io.github.crispspring.message.Sender;
import org.jspecify.annotations.Nullable;

/**
 * Message of a conversation.
 *
 * @param sessionId the identifier of the conversation
 * @param websiteId the identifier of the website
 * @param type the type of the content
 * @param from the side that sent the message
 * @param origin the origin: {@code chat}, {@code email} or the URN of an integration
 * @param content the content
 * @param preview previews of the links in it
 * @param mentions the identifiers of the operators mentioned in it
 * @param read the origin where it was read, empty if it was not
 * @param delivered the origin where it was delivered, empty if it was not
 * @param ignored the recipients to whom it could not be delivered
 * @param edited whether it was changed after it was sent
 * @param translated whether it was translated
 * @param automated whether a program sent it
 * @param stamped whether Crisp has stored it
 * @param fingerprint the number that identifies the message in the conversation
 * @param timestamp the time of sending
 * @param user the author
 * @param references the references
 * @param original the original
 * @param properties the properties set by integrations
 * @param extraFields the other fields, or {@code null} for none
 */
public record ConversationMessage(@Nullable String sessionId, @Nullable String websiteId, @Nullable String type,
		@Nullable Sender from, @Nullable String origin, @Nullable MessageContent content, List<MessagePreview> preview,
		List<String> mentions, @Nullable String read, @Nullable String delivered, Map<String, MessageIgnored> ignored,
		@Nullable Boolean edited, @Nullable Boolean translated, @Nullable Boolean automated, @Nullable Boolean stamped,
		@Nullable Long fingerprint, @Nullable Instant timestamp, @Nullable MessageUser user,
		List<MessageReference> references, @Nullable MessageOriginal original, Map<String, Object> properties,
		@Nullable ExtraFields extraFields) {

	/**
	 * Create an instance without extra fields.
	 * @param sessionId the identifier of the conversation
	 * @param websiteId the identifier of the website
	 * @param type the type of the content
	 * @param from the side that sent the message
	 * @param origin the origin: {@code chat}, {@code email} or the URN of an integration
	 * @param content the content
	 * @param preview previews of the links in it
	 * @param mentions the identifiers of the operators mentioned in it
	 * @param read the origin where it was read, empty if it was not
	 * @param delivered the origin where it was delivered, empty if it was not
	 * @param ignored the recipients to whom it could not be delivered
	 * @param edited whether it was changed after it was sent
	 * @param translated whether it was translated
	 * @param automated whether a program sent it
	 * @param stamped whether Crisp has stored it
	 * @param fingerprint the number that identifies the message in the conversation
	 * @param timestamp the time of sending
	 * @param user the author
	 * @param references the references
	 * @param original the original
	 * @param properties the properties set by integrations
	 */
	public ConversationMessage(@Nullable String sessionId, @Nullable String websiteId, @Nullable String type,
			@Nullable Sender from, @Nullable String origin, @Nullable MessageContent content,
			List<MessagePreview> preview, List<String> mentions, @Nullable String read, @Nullable String delivered,
			Map<String, MessageIgnored> ignored, @Nullable Boolean edited, @Nullable Boolean translated,
			@Nullable Boolean automated, @Nullable Boolean stamped, @Nullable Long fingerprint,
			@Nullable Instant timestamp, @Nullable MessageUser user, List<MessageReference> references,
			@Nullable MessageOriginal original, Map<String, Object> properties) {
		this(sessionId, websiteId, type, from, origin, content, preview, mentions, read, delivered, ignored, edited,
				translated, automated, stamped, fingerprint, timestamp, user, references, original, properties, null);
	}

	/**
	 * Convert the content to the kind that the type denotes.
	 */
	public ConversationMessage {
		content = MessageContent.of(type, content);
	}

	/**
	 * Return the text of the content.
	 * @return the text, or {@code null} for none
	 * @see MessageContent#text()
	 */
	public @Nullable String text() {
		return (this.content != null) ? this.content.text() : null;
	}

}
