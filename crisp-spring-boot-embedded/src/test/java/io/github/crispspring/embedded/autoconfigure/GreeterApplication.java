package io.github.crispspring.embedded.autoconfigure;

import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.VisitorTextListener;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/**
 * The application of a user of the embedded Crisp.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
class GreeterApplication {

	@VisitorTextListener
	String greet(MessageSend message) {
		return "Hello!";
	}

}
