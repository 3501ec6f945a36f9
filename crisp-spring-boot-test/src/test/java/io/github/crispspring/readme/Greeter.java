package io.github.crispspring.readme;

import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.VisitorTextListener;

import org.springframework.stereotype.Component;

@Component
class Greeter {

	@VisitorTextListener
	String greet(MessageSend message) {
		return "Hello! A colleague will be with you in a minute.";
	}

}
