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
 * Example of a blocking bot on Spring MVC. Listeners may block, because they do not run
 * on the threads of the web server. With Java 21 or newer, they run on virtual threads.
 */
@SpringBootApplication
public class BlockingExample {

	/**
	 * Start the bot.
	 * @param args the command line arguments
	 */
	public static void main(String[] args) {
		// A property here, because the examples share the application.yaml of the sample
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
