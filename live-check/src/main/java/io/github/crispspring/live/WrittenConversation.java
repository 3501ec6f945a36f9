package io.github.crispspring.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.crispspring.client.CrispApiException;
import io.github.crispspring.client.CrispException;
import io.github.crispspring.client.website.conversation.ConversationMessage;
import io.github.crispspring.client.website.conversation.NewConversationMessage;
import io.github.crispspring.client.website.conversation.WebsiteConversationClient;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.message.Sender;
import io.github.crispspring.message.TextContent;
import io.github.crispspring.model.ConversationState;

/**
 * Conversation that the live check has with itself, and removes afterwards.
 */
final class WrittenConversation {

	private static final String TEXT = "This conversation was written by the live check of crisp-spring-boot-starter";

	private final WebsiteConversationClient client;

	private final ReceivedEvents events;

	private final Pace pace;

	private final Duration patience;

	private final List<String> steps = new ArrayList<>();

	WrittenConversation(WebsiteConversationClient client, ReceivedEvents events, Pace pace, Duration patience) {
		this.client = client;
		this.events = events;
		this.pace = pace;
		this.patience = patience;
	}

	/**
	 * Write and remove the conversation.
	 * @param websiteId the website
	 * @param transports the transports that must deliver its events
	 * @return the steps with their outcome
	 */
	List<String> write(String websiteId, List<CrispDelivery.Transport> transports) {
		List<String> created = new ArrayList<>();
		step("create a conversation", () -> {
			created.add(this.client.createNewConversation(websiteId).sessionId());
			return true;
		});
		for (String sessionId : created) {
			try {
				converse(websiteId, sessionId, transports);
			}
			finally {
				remove(websiteId, sessionId);
			}
		}
		return this.steps;
	}

	private void converse(String websiteId, String sessionId, List<CrispDelivery.Transport> transports) {
		step("write as a visitor", () -> send(websiteId, sessionId, Sender.USER));
		step("reply as an operator", () -> send(websiteId, sessionId, Sender.OPERATOR));
		step("read both messages", () -> messages(websiteId, sessionId).size() == 2);
		step("resolve the conversation", () -> {
			this.client.changeConversationState(websiteId, sessionId, ConversationState.RESOLVED);
			return true;
		});
		for (CrispDelivery.Transport transport : transports) {
			for (String event : List.of("message:send", "message:received")) {
				record("receive %s by %s".formatted(event, transport),
						this.events.await((received) -> received.name().equals(event)
								&& received.transport() == transport && sessionId.equals(received.sessionId()),
								this.patience) ? "done" : "not received within " + this.patience.toSeconds() + " s");
			}
		}
	}

	private boolean send(String websiteId, String sessionId, Sender from) {
		this.client.sendMessageInConversation(websiteId, sessionId,
				NewConversationMessage.builder().from(from).content(new TextContent(TEXT)).build());
		return true;
	}

	private List<ConversationMessage> messages(String websiteId, String sessionId) {
		return this.client.getMessagesInConversation(websiteId, sessionId);
	}

	private void remove(String websiteId, String sessionId) {
		boolean removed = step("remove the conversation", () -> {
			this.client.removeConversation(websiteId, sessionId);
			return true;
		});
		removed &= step("no longer find the conversation",
				() -> !this.client.checkConversationExists(websiteId, sessionId));
		if (!removed) {
			record("clean up", "remove the conversation that begins with '" + TEXT + "' by hand");
		}
	}

	private boolean step(String name, Step step) {
		this.pace.await();
		try {
			boolean done = step.run();
			record(name, done ? "done" : "not as expected");
			return done;
		}
		catch (CrispApiException ex) {
			record(name, "status " + ex.getStatusCode().value());
		}
		catch (CrispException ex) {
			record(name, ex.getClass().getSimpleName());
		}
		return false;
	}

	private void record(String name, String outcome) {
		this.steps.add(name + ": " + outcome);
	}

	/**
	 * Step of the conversation.
	 */
	private interface Step {

		/**
		 * Make the calls.
		 * @return whether the result is as expected
		 */
		boolean run();

	}

}
