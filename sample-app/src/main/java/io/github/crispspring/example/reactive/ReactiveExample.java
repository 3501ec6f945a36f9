package io.github.crispspring.example.reactive;

import io.github.crispspring.client.website.conversation.Conversation;
import io.github.crispspring.client.website.conversation.ConversationMeta;
import io.github.crispspring.client.website.conversation.ReactiveCrispConversation;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.VisitorTextListener;
import reactor.core.publisher.Mono;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.stereotype.Component;

/**
 * Example of a reactive bot on Spring WebFlux. The starter subscribes to the publisher
 * that a listener returns and sends its values as replies. No thread blocks.
 */
@SpringBootApplication
public class ReactiveExample {

	/**
	 * Start the bot.
	 * @param args the command line arguments
	 */
	public static void main(String[] args) {
		// Required because Spring MVC is on the class path, too
		new SpringApplicationBuilder(ReactiveExample.class).web(WebApplicationType.REACTIVE).run(args);
	}

	@Component
	static class Greeter {

		@VisitorTextListener(typing = true)
		Mono<String> greet(MessageSend message, ReactiveCrispConversation conversation) {
			return conversation.get()
				.mapNotNull(Conversation::meta)
				.mapNotNull(ConversationMeta::nickname)
				.map("Hello, %s!"::formatted)
				.defaultIfEmpty("Hello!");
		}

	}

}
