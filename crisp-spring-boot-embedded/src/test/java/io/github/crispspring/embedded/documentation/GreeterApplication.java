package io.github.crispspring.embedded.documentation;

import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.VisitorTextListener;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/**
 * The application that the documentation tests.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
class GreeterApplication {

	@VisitorTextListener
	String greet(MessageSend message) {
		return "Hello!";
	}

}
