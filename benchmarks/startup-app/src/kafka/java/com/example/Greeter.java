package com.example;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Listener that an application adds with Spring for Apache Kafka.
 */
@Component
class Greeter {

	@KafkaListener(id = "greeter", topics = "messages")
	String greet(String message) {
		return "Hello!";
	}

}
