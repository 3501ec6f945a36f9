package com.example;

import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.message.Sender;

import org.springframework.stereotype.Component;

/**
 * Listener that an application adds with the starter.
 */
@Component
class Greeter {

	@CrispListener(from = Sender.USER)
	String greet(MessageSend message) {
		return "Hello!";
	}

}
