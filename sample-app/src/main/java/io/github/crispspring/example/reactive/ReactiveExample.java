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
 * A bot on Spring WebFlux, in reactive style. What a listener returns is subscribed to,
 * and what comes of it is sent; nothing waits on a thread.
 */
@SpringBootApplication
public class ReactiveExample {

	/**
	 * Starts the bot.
	 * @param args the command line
	 */
	public static void main(String[] args) {
		// Only here, where Spring MVC is present as well, the stack has to be named.
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
