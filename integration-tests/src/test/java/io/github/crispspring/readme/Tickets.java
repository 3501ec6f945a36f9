package io.github.crispspring.readme;

import io.github.crispspring.event.MessageSend;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

@Component
class Tickets {

	private final JdbcClient jdbc;

	Tickets(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@ApplicationModuleListener
	void on(MessageSend message) {
		this.jdbc.sql("INSERT INTO ticket (session, message) VALUES (?, ?) ON CONFLICT DO NOTHING")
			.params(message.sessionId(), message.fingerprint())
			.update();
	}

}
