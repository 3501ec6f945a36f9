package io.github.crispspring.sample;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.crispspring.client.website.conversation.Conversation;
import io.github.crispspring.client.website.conversation.ReactiveCrispConversation;
import io.github.crispspring.client.website.operator.WebsiteOperator;
import io.github.crispspring.client.website.operator.ReactiveWebsiteOperatorClient;
import io.github.crispspring.model.ConversationState;
import io.github.crispspring.event.MessageReceived;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.event.MessageUpdated;
import io.github.crispspring.event.SessionSetState;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.listener.VisitorTextListener;
import io.github.crispspring.message.MessageContent;
import io.github.crispspring.message.PickerContent;
import io.github.crispspring.message.PickerContent.Choice;
import io.github.crispspring.message.TextContent;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * A support bot. It answers unless the conversation is assigned to a person. That, and
 * what was said, is remembered by Crisp, so a restart or a second instance loses nothing.
 */
@Component("bot")
class SupportBot {

	private static final Map<String, String> ANSWERS = Map.of("shipping", "We ship within two days.", "refund",
			"You can send anything back within 30 days.", "hours", "We are here from 9 to 5, Monday to Friday.");

	private final ReactiveWebsiteOperatorClient operators;

	SupportBot(ReactiveWebsiteOperatorClient operators) {
		this.operators = operators;
	}

	/** Answer what a visitor writes. What is returned is sent as a reply. */
	@VisitorTextListener(typing = true, condition = "@bot.isInCharge(#conversation)")
	@Nullable MessageContent answer(MessageSend message, ReactiveCrispConversation conversation) {
		return (message.content() instanceof TextContent content) ? answer(content.text(), conversation) : null;
	}

	/** Read what a visitor chose: the answer to a picker comes as an update of it. */
	@CrispListener(condition = "@bot.isInCharge(#conversation)")
	@Nullable MessageContent choose(MessageUpdated message, ReactiveCrispConversation conversation) {
		return (message.content() instanceof PickerContent picker)
				? picker.selected().map((choice) -> answer(choice.value(), conversation)).orElse(null) : null;
	}

	private MessageContent answer(String text, ReactiveCrispConversation conversation) {
		String wish = text.toLowerCase(Locale.ROOT);
		if (wish.contains("person")) {
			WebsiteOperator colleague = this.operators.listWebsiteOperators(conversation.websiteId())
				.blockFirst()
				.details();
			conversation.note("The visitor asks for a person.").block();
			conversation.assign(colleague.userId()).block();
			return MessageContent.text(colleague.firstName() + " will be with you in a minute.");
		}
		if (wish.contains("thanks")) {
			conversation.changeState(ConversationState.RESOLVED).block();
			return MessageContent.text("You are welcome!");
		}
		List<String> answers = ANSWERS.keySet().stream().filter(wish::contains).map(ANSWERS::get).toList();
		if (!answers.isEmpty()) {
			return MessageContent.text(String.join(" ", answers));
		}
		Boolean greeted = conversation.messages().any((each) -> each.content() instanceof PickerContent).block();
		return MessageContent.picker("menu", greeted ? "Is it one of these?" : "Hello! What can I help you with?",
				Choice.of("shipping", "Shipping"), Choice.of("refund", "A refund"), Choice.of("hours", "Opening hours"),
				Choice.of("person", "Talk to a person"), Choice.of("thanks", "Nothing, thanks"));
	}

	/** Be silent from when a person answers. */
	@CrispListener(types = "text", condition = "!#message.automated && #message.user?.userId != null")
	Mono<Void> stepBack(MessageReceived message, ReactiveCrispConversation conversation) {
		return conversation.assign(message.user().userId());
	}

	/** Be there again for the next question. */
	@CrispListener
	Mono<Void> comeBack(SessionSetState change, ReactiveCrispConversation conversation) {
		return (change.state() == ConversationState.RESOLVED) ? conversation.unassign() : Mono.empty();
	}

	/** Whether the conversation is assigned to nobody. */
	public boolean isInCharge(ReactiveCrispConversation conversation) {
		Conversation now = conversation.get().block();
		return now == null || now.assigned() == null || now.assigned().userId() == null;
	}

}
