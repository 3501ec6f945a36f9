package io.github.crispspring.embedded.console;

import io.github.crispspring.client.website.conversation.ReactiveCrispConversation;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.event.MessageUpdated;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.listener.VisitorTextListener;
import io.github.crispspring.message.MessageContent;
import io.github.crispspring.message.PickerContent;
import io.github.crispspring.message.PickerContent.Choice;
import io.github.crispspring.message.TextContent;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/**
 * A bot that is developed with the console.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
public class ConsoleApplication {

	@VisitorTextListener
	MessageContent answer(MessageSend message, ReactiveCrispConversation conversation) {
		String text = ((TextContent) message.content()).text();
		if (text.contains("person")) {
			conversation.note("The visitor asks for a person.").block();
			return MessageContent.text("A colleague will be with you in a minute.");
		}
		return text.startsWith("Hi") ? MessageContent.picker("menu", "Hello! What is it about?",
				Choice.of("shipping", "Shipping"), Choice.of("refund", "A refund"))
				: MessageContent.text("You wrote: " + text);
	}

	@CrispListener
	@Nullable MessageContent choose(MessageUpdated message) {
		return (message.content() instanceof PickerContent picker) ? picker.selected()
			.map((choice) -> MessageContent.text("You chose " + choice.value() + "."))
			.orElse(null) : null;
	}

	public static void main(String[] args) {
		SpringApplication.run(ConsoleApplication.class, args);
	}

}
