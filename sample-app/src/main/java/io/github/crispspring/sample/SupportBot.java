package io.github.crispspring.sample;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.crispspring.client.website.conversation.CrispConversation;
import io.github.crispspring.client.website.operator.WebsiteOperator;
import io.github.crispspring.client.website.operator.WebsiteOperatorClient;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.event.MessageUpdated;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.listener.VisitorTextListener;
import io.github.crispspring.message.MessageContent;
import io.github.crispspring.message.PickerContent;
import io.github.crispspring.message.PickerContent.Choice;
import io.github.crispspring.message.TextContent;
import io.github.crispspring.model.ConversationState;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Support bot that replies until an operator answers or is assigned, and again when the
 * conversation is resolved. The bot keeps no state, so that it can be restarted and can
 * run in several instances.
 */
@Component
class SupportBot {

	private static final Map<String, String> ANSWERS = Map.of("shipping", "We ship within two days.", "refund",
			"You can send anything back within 30 days.", "hours", "We are here from 9 to 5, Monday to Friday.");

	private final WebsiteOperatorClient operators;

	SupportBot(WebsiteOperatorClient operators) {
		this.operators = operators;
	}

	/** Reply to a visitor's message. The return value is sent as the reply. */
	@VisitorTextListener(typing = true, stepBack = true)
	@Nullable MessageContent answer(MessageSend message, CrispConversation conversation) {
		return (message.content() instanceof TextContent content) ? answer(content.text(), conversation) : null;
	}

	/** Reply to a visitor's choice, which Crisp sends as an update of the picker. */
	@CrispListener(stepBack = true)
	@Nullable MessageContent choose(MessageUpdated message, CrispConversation conversation) {
		return (message.content() instanceof PickerContent picker)
				? picker.selected().map((choice) -> answer(choice.value(), conversation)).orElse(null) : null;
	}

	private MessageContent answer(String text, CrispConversation conversation) {
		String wish = text.toLowerCase(Locale.ROOT);
		if (wish.contains("person")) {
			WebsiteOperator colleague = this.operators.listWebsiteOperators(conversation.websiteId()).get(0).details();
			conversation.note("The visitor asks for a person.");
			conversation.assign(colleague.userId());
			return MessageContent.text(colleague.firstName() + " will be with you in a minute.");
		}
		if (wish.contains("thanks")) {
			conversation.changeState(ConversationState.RESOLVED);
			return MessageContent.text("You are welcome!");
		}
		List<String> answers = ANSWERS.keySet().stream().filter(wish::contains).map(ANSWERS::get).toList();
		if (!answers.isEmpty()) {
			return MessageContent.text(String.join(" ", answers));
		}
		boolean greeted = conversation.messages().anyMatch((each) -> each.content() instanceof PickerContent);
		return MessageContent.picker("menu", greeted ? "Is it one of these?" : "Hello! What can I help you with?",
				Choice.of("shipping", "Shipping"), Choice.of("refund", "A refund"), Choice.of("hours", "Opening hours"),
				Choice.of("person", "Talk to a person"), Choice.of("thanks", "Nothing, thanks"));
	}

}
