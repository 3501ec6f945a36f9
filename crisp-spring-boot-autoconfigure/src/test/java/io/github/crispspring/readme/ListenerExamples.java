package io.github.crispspring.readme;

import io.github.crispspring.client.website.conversation.CrispConversation;
import io.github.crispspring.dispatch.CrispListenerErrorHandler;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.event.SessionSetEmail;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.listener.VisitorTextListener;
import io.github.crispspring.rtm.CrispRtmGapEvent;
import io.github.crispspring.rtm.CrispRtmRejectedEvent;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Examples of listeners.
 */
final class ListenerExamples {

	private ListenerExamples() {
	}

	@Component
	class SupportBot {

		@VisitorTextListener(typing = true)
		String answer(MessageSend message, CrispConversation conversation) {
			conversation.note("The bot answered this one.");
			return "Hello! You wrote: " + message.text();
		}

	}

	static class Remembering {

		@CrispListener
		void remember(SessionSetEmail change, CrispConversation conversation) {
			conversation.note("This visitor is now known as " + change.email() + ".");
		}

	}

	static class Migrated {

		@VisitorTextListener
		String answer(MessageSend message) {
			return "Hello!";
		}

	}

	static class StoringForLater {

		@Bean
		CrispListenerErrorHandler storeForLater(JdbcClient jdbc) {
			return (failure, event, delivery) -> jdbc.sql("INSERT INTO failed_event (name, data) VALUES (?, ?)")
				.params(event.name(), delivery.raw().toString())
				.update();
		}

	}

	@Component
	class ConnectionWatch {

		private static final Log logger = LogFactory.getLog(ConnectionWatch.class);

		@EventListener
		void on(CrispRtmRejectedEvent event) {
			logger.error("Crisp rejected the credentials: " + event.getState());
		}

		@EventListener
		void on(CrispRtmGapEvent gap) {
			logger.warn("Events may be missing from " + gap.getFrom() + " to " + gap.getTo());
		}

	}

}
