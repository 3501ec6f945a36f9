package io.github.crispspring.sample;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.crispspring.client.website.conversation.WebsiteConversationClient;
import io.github.crispspring.conversation.ConversationState;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.event.MessageUpdated;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.message.MessageContent;
import io.github.crispspring.message.PickerContent;
import io.github.crispspring.message.PickerContent.Choice;
import io.github.crispspring.message.Sender;
import io.github.crispspring.message.TextContent;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * A small support bot: it answers what visitors write, offers a choice and reads it, and
 * resolves the conversation when the visitor is content.
 */
@Component
class SupportBot {

	private static final Map<String, String> ANSWERS = Map.of("shipping", "We ship within two days.", "refund",
			"You can send anything back within 30 days.", "hours", "We are here from 9 to 5, Monday to Friday.");

	private final WebsiteConversationClient conversations;

	SupportBot(WebsiteConversationClient conversations) {
		this.conversations = conversations;
	}

	/**
	 * Answer what a visitor writes. What is returned is sent as a reply.
	 */
	@CrispListener(from = Sender.USER)
	List<MessageContent> answer(MessageSend message) {
		String text = (message.content() instanceof TextContent content) ? content.text().toLowerCase(Locale.ROOT) : "";
		if (text.contains("human")) {
			return List.of(MessageContent.note("The visitor asks for a person."),
					MessageContent.text("A colleague will be with you soon."));
		}
		List<MessageContent> answers = ANSWERS.entrySet()
			.stream()
			.filter((answer) -> text.contains(answer.getKey()))
			.<MessageContent>map((answer) -> MessageContent.text(answer.getValue()))
			.toList();
		return answers.isEmpty() ? List.of(menu()) : answers;
	}

	private MessageContent menu() {
		return MessageContent.picker("menu", "Hello! What can I help you with?", Choice.of("shipping", "Shipping"),
				Choice.of("refund", "A refund"), Choice.of("hours", "Opening hours"),
				Choice.of("thanks", "No, thanks"));
	}

	/**
	 * Read what a visitor chose: the answer to a picker comes as an update of it.
	 */
	@CrispListener
	Mono<String> choose(MessageUpdated message) {
		String choice = selected(message.content());
		if ("thanks".equals(choice)) {
			return this.conversations
				.changeConversationState(message.websiteId(), message.sessionId(), ConversationState.RESOLVED)
				.thenReturn("You are welcome!");
		}
		return Mono.justOrEmpty(ANSWERS.get(String.valueOf(choice)));
	}

	private static @Nullable String selected(@Nullable MessageContent content) {
		return (content instanceof PickerContent picker) ? picker.selected().map(Choice::value).orElse(null) : null;
	}

}
