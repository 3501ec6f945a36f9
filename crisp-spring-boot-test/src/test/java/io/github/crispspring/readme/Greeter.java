package io.github.crispspring.readme;

import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.message.Sender;

import org.springframework.stereotype.Component;

@Component
class Greeter {

	@CrispListener(from = Sender.USER)
	String greet(MessageSend message) {
		return "Hello! A colleague will be with you in a minute.";
	}

}
