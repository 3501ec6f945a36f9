package io.github.crispspring.test;

import java.util.List;

import io.github.crispspring.client.website.conversation.ConversationMessage;
import io.github.crispspring.event.MessageReceived;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.message.MessageContent;
import io.github.crispspring.message.MessageUser;
import io.github.crispspring.message.Sender;

/**
 * A conversation of a test. The application can read its messages through the REST API.
 *
 * @see CrispTester#conversation(String, String)
 */
public final class CrispTestConversation {

	private static final String OPERATOR_ID = "f92ca80c-7f6a-46e5-b7d1-1b2cb3c1f6b7";

	private final CrispTester tester;

	private final TestHistory history;

	CrispTestConversation(CrispTester tester, TestHistory history) {
		this.tester = tester;
		this.history = history;
	}

	/**
	 * Deliver a text message of the visitor.
	 * @param text the text
	 * @return the result, once the listeners have handled the message
	 * @throws AssertionError if the listeners do not handle it within 30 seconds
	 */
	public CrispEventResult visitorWrites(String text) {
		return this.tester.deliver(MessageSend.NAME,
				this.history.message(Sender.USER, visitor(), MessageContent.text(text)).toString());
	}

	/**
	 * Deliver a text message of a human operator.
	 * @param text the text
	 * @return the result, once the listeners have handled the message
	 * @throws AssertionError if the listeners do not handle it within 30 seconds
	 */
	public CrispEventResult operatorWrites(String text) {
		return this.tester.deliver(MessageReceived.NAME,
				this.history.message(Sender.OPERATOR, operator(), MessageContent.text(text)).toString());
	}

	/**
	 * Add a message to the history without delivering it, as if it had been written
	 * before the application started.
	 * @param from the side that wrote the message
	 * @param content the content
	 * @return this conversation
	 */
	public CrispTestConversation withMessage(Sender from, MessageContent content) {
		this.history.add(this.history.message(from, (from == Sender.USER) ? visitor() : operator(), content));
		return this;
	}

	/**
	 * Return the history: what the visitor, operators and the application wrote.
	 * @return the messages, oldest first
	 */
	public List<ConversationMessage> messages() {
		return this.history.messages();
	}

	private MessageUser visitor() {
		return new MessageUser("user", this.history.sessionId(), "visitor1", null);
	}

	private MessageUser operator() {
		return new MessageUser("website", OPERATOR_ID, "Operator", null);
	}

}
