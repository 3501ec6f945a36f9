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
 * A message of a conversation.
 *
 * @param sessionId the identifier of the conversation
 * @param websiteId the identifier of the website
 * @param type the kind of its content
 * @param from which side sent it
 * @param origin where it was sent from: {@code chat}, {@code email} or the URN of an
 * integration
 * @param content what it says
 * @param preview previews of the links in it
 * @param mentions the identifiers of the operators mentioned in it
 * @param read where it was read, empty if it was not
 * @param delivered where it was delivered, empty if it was not
 * @param ignored who could not get it
 * @param edited whether it was changed after it was sent
 * @param translated whether it was translated
 * @param automated whether a program sent it
 * @param stamped whether Crisp has stored it
 * @param fingerprint the number by which it is known within the conversation
 * @param timestamp when it was sent
 * @param user its author
 * @param references what it cites
 * @param original what it was made from
 * @param properties what integrations noted about it
 * @param extraFields the fields without a readable component, if any
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
	 * @param type the kind of its content
	 * @param from which side sent it
	 * @param origin where it was sent from: {@code chat}, {@code email} or the URN of an
	 * integration
	 * @param content what it says
	 * @param preview previews of the links in it
	 * @param mentions the identifiers of the operators mentioned in it
	 * @param read where it was read, empty if it was not
	 * @param delivered where it was delivered, empty if it was not
	 * @param ignored who could not get it
	 * @param edited whether it was changed after it was sent
	 * @param translated whether it was translated
	 * @param automated whether a program sent it
	 * @param stamped whether Crisp has stored it
	 * @param fingerprint the number by which it is known within the conversation
	 * @param timestamp when it was sent
	 * @param user its author
	 * @param references what it cites
	 * @param original what it was made from
	 * @param properties what integrations noted about it
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
	 * Reads the content as the kind that the type says.
	 */
	public ConversationMessage {
		content = MessageContent.of(type, content);
	}

	/**
	 * Return the text of its content.
	 * @return the text, or {@code null} if it has none
	 * @see MessageContent#text()
	 */
	public @Nullable String text() {
		return (this.content != null) ? this.content.text() : null;
	}

}
