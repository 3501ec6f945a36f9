package io.github.crispspring.ai;

import java.util.HashMap;
import java.util.Map;

import io.github.crispspring.client.website.conversation.ConversationMessage;
import io.github.crispspring.message.EventContent;
import io.github.crispspring.message.NoteContent;
import io.github.crispspring.message.Sender;
import org.jspecify.annotations.Nullable;

import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.core.convert.converter.Converter;

/**
 * {@link Converter} from the messages of a conversation to those of Spring AI. What the
 * visitor wrote becomes a {@link UserMessage}, what an operator or a bot wrote an
 * {@link AssistantMessage}. The metadata contains the fingerprint of the message.
 */
public final class CrispMessageConverter implements Converter<ConversationMessage, @Nullable Message> {

	/**
	 * Key of the metadata for the number that identifies the message in the conversation.
	 */
	public static final String FINGERPRINT = "fingerprint";

	/**
	 * Convert a message.
	 * @param message the message
	 * @return the message for the model, or {@code null} for a private note, an event of
	 * the conversation, a message of an unknown side, and a message without text
	 */
	@Override
	@SuppressWarnings("NullAway") // It does not read the nullness of type arguments
	public @Nullable Message convert(ConversationMessage message) {
		if (message.content() instanceof NoteContent || message.content() instanceof EventContent) {
			return null;
		}
		String text = MessageTexts.of(message.content());
		if (text == null) {
			return null;
		}
		if (message.from() == Sender.USER) {
			return UserMessage.builder().text(text).metadata(metadata(message)).build();
		}
		return (message.from() == Sender.OPERATOR)
				? AssistantMessage.builder().content(text).properties(metadata(message)).build() : null;
	}

	private static Map<String, Object> metadata(ConversationMessage message) {
		Map<String, Object> metadata = new HashMap<>();
		if (message.fingerprint() != null) {
			metadata.put(FINGERPRINT, message.fingerprint());
		}
		return metadata;
	}

}
