package io.github.crispspring.client.website.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.crispspring.message.MessageContent;
import io.github.crispspring.message.MessageOriginal;
import io.github.crispspring.message.MessageReference;
import io.github.crispspring.message.MessageUser;
import io.github.crispspring.message.Sender;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Message to send. {@link #text} and {@link #of} create most messages; the builder sets
 * further options.
 *
 * @param type the type of the content, or {@code null} to derive it from the content
 * @param from the side that sends the message
 * @param origin the origin: {@code chat} or the URN of an integration
 * @param content the content
 * @param fingerprint the number that identifies the message, by default chosen by Crisp
 * @param user the author, by default the website
 * @param mentions the identifiers of operators to mention in a note
 * @param references the references
 * @param original the original
 * @param properties the properties: texts, numbers and booleans
 * @param timestamp the time of writing, by default now
 * @param stealth whether not to notify the visitor
 * @param translated whether it was translated
 * @param automated whether a program wrote it
 */
@RecordBuilder
public record NewConversationMessage(@Nullable String type, Sender from, String origin, MessageContent content,
		@Nullable Long fingerprint, @Nullable MessageUser user, @Nullable List<String> mentions,
		@Nullable List<MessageReference> references, @Nullable MessageOriginal original,
		@Nullable Map<String, Object> properties, @Nullable Instant timestamp, @Nullable Boolean stealth,
		@Nullable Boolean translated, @Nullable Boolean automated) {

	/**
	 * Derive the type from the content.
	 */
	public NewConversationMessage {
		Assert.notNull(content, "'content' must not be null");
		type = (type != null) ? type : content.type();
		content = MessageContent.of(type, content);
	}

	/**
	 * Create a chat message of the operator side.
	 * @param content the content
	 * @return the message
	 */
	public static NewConversationMessage of(MessageContent content) {
		return builder().content(content).build();
	}

	/**
	 * Create a chat message of the operator side with a text.
	 * @param text the text, in Markdown
	 * @return the message
	 */
	public static NewConversationMessage text(String text) {
		return of(MessageContent.text(text));
	}

	/**
	 * Create a builder for a chat message of the operator side.
	 * @return a builder that only requires the content
	 */
	public static NewConversationMessageBuilder builder() {
		return NewConversationMessageBuilder.builder().from(Sender.OPERATOR).origin("chat");
	}

}
