package io.github.crispspring.test;

import java.util.List;

import io.github.crispspring.client.website.conversation.ConversationMessage;
import io.github.crispspring.client.website.conversation.MessageListQuery;
import io.github.crispspring.client.website.conversation.WebsiteConversationClient;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.message.MessageContent;
import io.github.crispspring.message.Sender;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.tuple;

/**
 * The history of a conversation.
 */
@TesterTest
class CrispTestConversationTests {

	@Autowired
	private CrispTester crisp;

	@Autowired
	private WebsiteConversationClient conversations;

	@Test
	void historyHasWhatEverybodyWrote() {
		CrispTestConversation conversation = this.crisp.conversation();
		conversation.visitorWrites("Hi");
		conversation.operatorWrites("Hello");
		assertThat(conversation.messages()).extracting(ConversationMessage::from, ConversationMessage::text)
			.containsExactly(tuple(Sender.USER, "Hi"), tuple(Sender.OPERATOR, "You said Hi"),
					tuple(Sender.OPERATOR, "Hello"), tuple(Sender.OPERATOR, "Operator wrote Hello"));
	}

	@Test
	void listenerReadsTheHistory() {
		CrispTestConversation conversation = this.crisp.conversation()
			.withMessage(Sender.USER, MessageContent.text("Where is my order?"))
			.withMessage(Sender.OPERATOR, MessageContent.text("On its way"));
		assertThat(conversation.visitorWrites("count").replies()).containsExactly(MessageContent.text("3 messages"));
	}

	@Test
	void messageOfTheHistoryIsNotDelivered() {
		this.crisp.conversation().withMessage(Sender.USER, MessageContent.text("Hi"));
		assertThat(this.crisp.calls()).isEmpty();
	}

	@Test
	void deliveredMessageIsInTheHistory() {
		this.crisp.deliver(MessageSend.NAME, """
				{"session_id": "s", "type": "text", "from": "user", "content": "Hi", "fingerprint": 7}""");
		assertThat(this.crisp.conversation("s").messages()).extracting(ConversationMessage::text)
			.containsExactly("Hi", "You said Hi");
	}

	@Test
	void conversationsOfTwoWebsitesAreDistinct() {
		this.crisp.conversation("one", "s").visitorWrites("Hi");
		assertThat(this.crisp.conversation("one", "s").messages()).hasSize(2);
		assertThat(this.crisp.conversation("two", "s").messages()).isEmpty();
	}

	@Test
	void conversationExistsOnceItHasAnEvent() {
		assertThat(exists()).isFalse();
		this.crisp.visitorWrites("Hi");
		assertThat(exists()).isTrue();
	}

	@Test
	void messagesAreReadByTime() {
		CrispTestConversation conversation = this.crisp.conversation()
			.withMessage(Sender.USER, MessageContent.text("one"))
			.withMessage(Sender.USER, MessageContent.text("two"))
			.withMessage(Sender.USER, MessageContent.text("three"));
		ConversationMessage two = conversation.messages().get(1);
		assertThat(texts(MessageListQuery.before(two.timestamp()))).containsExactly("one");
		assertThat(texts(MessageListQuery.after(two.timestamp()))).containsExactly("three");
		assertThat(texts(MessageListQuery.latest())).containsExactly("one", "two", "three");
	}

	@Test
	void sentMessageCanBeReadEditedAndRemoved() {
		Long fingerprint = this.conversations
			.sendMessageInConversation(CrispTester.WEBSITE_ID, CrispTester.SESSION_ID, MessageContent.text("draft"))
			.fingerprint();
		assertThat(read(fingerprint).text()).isEqualTo("draft");
		this.conversations.updateMessageInConversation(CrispTester.WEBSITE_ID, CrispTester.SESSION_ID, fingerprint,
				MessageContent.text("final"));
		assertThat(read(fingerprint).text()).isEqualTo("final");
		this.conversations.removeMessageInConversation(CrispTester.WEBSITE_ID, CrispTester.SESSION_ID, fingerprint);
		assertThat(this.crisp.conversation().messages()).isEmpty();
	}

	@Test
	void conversationThatTheApplicationCreatesExists() {
		String sessionId = this.conversations.createNewConversation("w").sessionId();
		this.conversations.sendMessageInConversation("w", sessionId, MessageContent.text("Hello"));
		assertThat(this.conversations.checkConversationExists("w", sessionId)).isTrue();
		assertThat(this.crisp.conversation("w", sessionId).messages()).extracting(ConversationMessage::text)
			.containsExactly("Hello");
	}

	@Test
	void messageThatCrispRejectsIsNotInTheHistory() {
		this.crisp.given(HttpMethod.POST, "/v1/website/{websiteId}/conversation/{sessionId}/message")
			.respondWithStatus(HttpStatus.LOCKED);
		assertThatException().isThrownBy(() -> this.crisp.visitorWrites("Hi"));
		assertThat(this.crisp.conversation().messages()).extracting(ConversationMessage::text).containsExactly("Hi");
	}

	private Boolean exists() {
		return this.conversations.checkConversationExists(CrispTester.WEBSITE_ID, CrispTester.SESSION_ID);
	}

	private ConversationMessage read(long fingerprint) {
		return this.conversations.getMessageInConversation(CrispTester.WEBSITE_ID, CrispTester.SESSION_ID, fingerprint);
	}

	private List<String> texts(MessageListQuery query) {
		return this.conversations.getMessagesInConversation(CrispTester.WEBSITE_ID, CrispTester.SESSION_ID, query)
			.stream()
			.map(ConversationMessage::text)
			.toList();
	}

}
