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
 * A message to send. Most are made with {@link #text} or {@link #of}; the builder sets
 * the rest.
 *
 * @param type the kind of content; follows from the content where it is {@code null}
 * @param from which side it is sent from
 * @param origin where it is sent from: {@code chat}, or the URN of an integration
 * @param content what it says
 * @param fingerprint a number to find it by, chosen by Crisp unless given
 * @param user its author, the website unless given
 * @param mentions the identifiers of operators to mention in a note
 * @param references what it cites
 * @param original what it was made from
 * @param properties what to note about it: texts, numbers and booleans
 * @param timestamp when it was written, now unless given
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
	 * Create a message of the website's side in the chat.
	 * @param content what it says
	 * @return the message
	 */
	public static NewConversationMessage of(MessageContent content) {
		return builder().content(content).build();
	}

	/**
	 * Create a text message of the website's side in the chat.
	 * @param text what it says, in Markdown
	 * @return the message
	 */
	public static NewConversationMessage text(String text) {
		return of(MessageContent.text(text));
	}

	/**
	 * Start building a message of the website's side in the chat.
	 * @return a builder in which only the content is missing
	 */
	public static NewConversationMessageBuilder builder() {
		return NewConversationMessageBuilder.builder().from(Sender.OPERATOR).origin("chat");
	}

}
