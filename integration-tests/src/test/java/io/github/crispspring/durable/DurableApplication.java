package io.github.crispspring.durable;

import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.MessageSend;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Application that records the events that its listeners have handled, with the process.
 */
@SpringBootApplication
@EnableScheduling
class DurableApplication {

	private final JdbcClient jdbc;

	DurableApplication(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@ApplicationModuleListener
	void onMessage(MessageSend message) {
		record("message", message);
	}

	@ApplicationModuleListener(condition = "#event.fingerprint() % 2 == 0")
	void onEvenMessage(MessageSend event) {
		record("even", event);
	}

	@ApplicationModuleListener
	void onAny(CrispEvent event) {
		record("any", (MessageSend) event);
	}

	private void record(String listener, MessageSend message) {
		this.jdbc.sql("INSERT INTO handled (listener, fingerprint, process) VALUES (?, ?, ?)")
			.params(listener, message.fingerprint(), ProcessHandle.current().pid())
			.update();
	}

	public static void main(String[] args) {
		SpringApplication.run(DurableApplication.class, args);
	}

}
