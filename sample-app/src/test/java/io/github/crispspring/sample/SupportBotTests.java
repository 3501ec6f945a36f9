package io.github.crispspring.sample;

import io.github.crispspring.embedded.EmbeddedConversation;
import io.github.crispspring.embedded.EmbeddedCrisp;
import io.github.crispspring.embedded.EmbeddedMessage;
import io.github.crispspring.embedded.EmbeddedOperator;
import io.github.crispspring.embedded.EmbeddedVisitor;
import io.github.crispspring.embedded.test.AutoConfigureEmbeddedCrisp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The bot in conversation with a visitor, with events by webhook.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureEmbeddedCrisp
class SupportBotTests {

	@Autowired
	private EmbeddedCrisp crisp;

	private EmbeddedOperator operator;

	private EmbeddedVisitor visitor;

	private EmbeddedConversation conversation;

	@BeforeEach
	void open() {
		this.operator = this.crisp.operators().get(0);
		this.visitor = this.crisp.visitor("Ada");
		this.conversation = this.visitor.conversation();
	}

	@Test
	void questionIsAnsweredOnce() {
		assertThat(reply("How long does SHIPPING take?")).isEqualTo("We ship within two days.");
		awaitOtherEvents();
		assertThat(this.conversation.messages()).hasSize(2);
	}

	@Test
	void visitorIsGreetedOnce() {
		assertThat(reply("Hi")).isEqualTo("Hello! What can I help you with?");
		assertThat(reply("Hm")).isEqualTo("Is it one of these?");
	}

	@Test
	void choiceIsAnswered() {
		reply("Hi");
		assertThat(this.visitor.chooses("refund").awaitReply().text())
			.isEqualTo("You can send anything back within 30 days.");
	}

	@Test
	void thanksResolveTheConversation() {
		reply("Hi");
		assertThat(this.visitor.chooses("thanks").awaitReply().text()).isEqualTo("You are welcome!");
		assertThat(this.conversation.state()).isEqualTo("resolved");
	}

	@Test
	void conversationIsAssignedWithANoteIfTheVisitorWantsAPerson() {
		assertThat(reply("A person, please")).endsWith(" will be with you in a minute.");
		assertThat(this.conversation.assigned()).isEqualTo(this.operator.userId());
		assertThat(this.conversation.messages()).filteredOn((message) -> message.type().equals("note"))
			.extracting(EmbeddedMessage::text)
			.containsExactly("The visitor asks for a person.");
	}

	@Test
	void botIsSilentWhileTheConversationIsAssigned() {
		reply("A person, please");
		int messages = this.conversation.messages().size();
		this.visitor.writes("My shipping is late");
		this.visitor.writes("hours?");
		awaitOtherEvents();
		assertThat(this.conversation.messages()).hasSize(messages + 2);
	}

	@Test
	void botIsSilentAfterAnOperatorHasWritten() {
		this.conversation.write(this.operator, "Hello, I am here");
		await().until(() -> this.operator.userId().equals(this.conversation.assigned()));
		this.visitor.writes("shipping?");
		awaitOtherEvents();
		assertThat(this.conversation.messages()).extracting(EmbeddedMessage::text)
			.containsExactly("Hello, I am here", "shipping?");
	}

	@Test
	void noteDoesNotSilenceTheBot() {
		this.conversation.note(this.operator, "Be kind to this one");
		assertThat(reply("shipping?")).isEqualTo("We ship within two days.");
	}

	@Test
	void botAnswersAgainAfterTheConversationIsResolved() {
		reply("A person, please");
		this.conversation.state("resolved");
		await().until(() -> this.conversation.assigned() == null);
		assertThat(reply("shipping?")).isEqualTo("We ship within two days.");
	}

	private String reply(String text) {
		return this.visitor.writes(text).awaitReply().text();
	}

	/**
	 * Wait until all events are handled: those of a conversation are handled in order,
	 * and the last one unassigns it.
	 */
	private void awaitOtherEvents() {
		this.conversation.assign(this.operator).state("resolved");
		await().until(() -> this.conversation.assigned() == null);
	}

}
