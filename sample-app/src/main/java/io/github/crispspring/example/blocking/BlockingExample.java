package io.github.crispspring.example.blocking;

import java.time.Duration;
import java.time.Instant;

import io.github.crispspring.client.website.conversation.CrispConversation;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.VisitorTextListener;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.stereotype.Component;

/**
 * A bot on Spring MVC, in blocking style. Listeners do not run on the threads of the web
 * server, so they may block; on Java 21 and newer they run on virtual threads, of which
 * there may be as many as there are conversations.
 */
@SpringBootApplication
public class BlockingExample {

	/**
	 * Starts the bot.
	 * @param args the command line
	 */
	public static void main(String[] args) {
		// In an application of its own this is a line of application.yaml.
		new SpringApplicationBuilder(BlockingExample.class).properties("spring.threads.virtual.enabled=true").run(args);
	}

	@Component
	static class Greeter {

		@VisitorTextListener(typing = true)
		String greet(MessageSend message, CrispConversation conversation) {
			Instant createdAt = conversation.get().createdAt();
			if (createdAt == null) {
				return "Hello!";
			}
			Duration age = Duration.between(createdAt, Instant.now());
			conversation.note("Greeted after " + age.toSeconds() + " s.");
			return (age.toDays() > 0) ? "Welcome back!" : "Hello!";
		}

	}

}
