package io.github.crispspring.ai;

import java.util.List;
import java.util.Map;

import io.github.crispspring.client.website.conversation.ConversationMessage;
import io.github.crispspring.client.website.conversation.CrispConversation;
import io.github.crispspring.client.website.conversation.NewConversationMessage;
import io.github.crispspring.embedded.EmbeddedConversation;
import io.github.crispspring.embedded.EmbeddedMessage;
import io.github.crispspring.embedded.EmbeddedVisitor;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.message.MessageContent;
import io.github.crispspring.message.PickerContent;
import io.github.crispspring.message.Sender;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.UserMessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link CrispChatMemory} and {@link CrispMessageConverter}.
 */
class CrispChatMemoryTests {

	private static AiTester tester;

	@BeforeAll
	static void start() {
		tester = new AiTester();
	}

	@AfterAll
	static void stop() {
		tester.close();
	}

	@BeforeEach
	void reset() {
		tester.crisp().reset();
	}

	@Test
	void visitorsAreUsersAndOperatorsAndBotsAreAssistants() {
		EmbeddedConversation conversation = tester.crisp().visitor("Ada").writes("Hi");
		conversation.write(tester.crisp().operators().get(0), "Hello");
		conversation(conversation).reply("I am a bot");
		List<Message> messages = new CrispChatMemory(tester.client())
			.get(CrispChatMemory.of(conversation(conversation)));
		assertThat(messages).extracting(Message::getText).containsExactly("Hi", "Hello", "I am a bot");
		assertThat(messages.get(0)).isInstanceOf(UserMessage.class);
		assertThat(messages.subList(1, 3))
			.allSatisfy((message) -> assertThat(message).isInstanceOf(AssistantMessage.class));
		assertThat(messages.get(0).getMetadata()).containsEntry(CrispMessageConverter.FINGERPRINT,
				conversation.messages().get(0).fingerprint());
	}

	@Test
	void privateNotesAreNotPartOfIt() {
		EmbeddedConversation conversation = tester.crisp().visitor("Ada").writes("Hi");
		conversation.note(tester.crisp().operators().get(0), "A difficult customer");
		assertThat(new CrispChatMemory(tester.client()).get(CrispChatMemory.of(conversation(conversation)))).hasSize(1);
	}

	@Test
	void filesAreDescribed() {
		EmbeddedVisitor visitor = tester.crisp().visitor("Ada");
		visitor.sendsFile("invoice.pdf", "https://example.com/invoice.pdf", "application/pdf");
		assertThat(new CrispChatMemory(tester.client()).get(CrispChatMemory.of(conversation(visitor.conversation()))))
			.extracting(Message::getText)
			.containsExactly("[File: invoice.pdf]");
	}

	@Test
	void choicesAreAnswers() {
		EmbeddedVisitor visitor = tester.crisp().visitor("Ada");
		conversation(visitor.conversation()).reply(MessageContent.picker("size", "Which size?",
				PickerContent.Choice.of("s", "Small"), PickerContent.Choice.of("l", "Large")));
		visitor.chooses("l");
		assertThat(new CrispChatMemory(tester.client()).get(CrispChatMemory.of(conversation(visitor.conversation()))))
			.extracting(Message::getText)
			.containsExactly("Which size? [Answer: Large]");
	}

	@Test
	void memoryBeforeAMessageExcludesIt() {
		EmbeddedVisitor visitor = tester.crisp().visitor("Ada");
		visitor.writes("One");
		EmbeddedConversation conversation = visitor.writes("Two");
		visitor.writes("Three");
		assertThat(new CrispChatMemory(tester.client()).get(CrispChatMemory.before(event(conversation, 1))))
			.extracting(Message::getText)
			.containsExactly("One");
	}

	@Test
	void memoryIsLimitedToTheLastMessagesAcrossPages() {
		EmbeddedConversation conversation = tester.crisp().visitor("Ada").writes("Hi");
		CrispConversation client = conversation(conversation);
		for (int i = 1; i <= 45; i++) {
			client.send(NewConversationMessage.text("Message " + i));
		}
		List<Message> messages = new CrispChatMemory(tester.client(), 30).get(CrispChatMemory.of(client));
		assertThat(messages).hasSize(30);
		assertThat(messages.get(0).getText()).isEqualTo("Message 16");
		assertThat(messages.get(29).getText()).isEqualTo("Message 45");
	}

	@Test
	void nothingIsWritten() {
		EmbeddedConversation conversation = tester.crisp().visitor("Ada").writes("Hi");
		CrispChatMemory memory = new CrispChatMemory(tester.client());
		String id = CrispChatMemory.of(conversation(conversation));
		memory.add(id, new AssistantMessage("Hello"));
		memory.clear(id);
		assertThat(tester.crisp().calls()).isEmpty();
		assertThat(memory.get(id)).hasSize(1);
	}

	@Test
	void identifierOfAnotherMemoryIsRejected() {
		assertThatIllegalArgumentException().isThrownBy(() -> new CrispChatMemory(tester.client()).get("default"));
	}

	@Test
	void messageOfAnUnknownSideIsOmitted() {
		ConversationMessage message = new ConversationMessage("session_1", null, "text", Sender.UNKNOWN, null,
				MessageContent.text("Hi"), List.of(), List.of(), null, null, Map.of(), null, null, null, null, null,
				null, null, List.of(), null, Map.of());
		assertThat(new CrispMessageConverter().convert(message)).isNull();
	}

	private static CrispConversation conversation(EmbeddedConversation conversation) {
		return new CrispConversation(tester.client(), tester.websiteId(), conversation.sessionId());
	}

	private static MessageSend event(EmbeddedConversation conversation, int index) {
		EmbeddedMessage message = conversation.messages().get(index);
		return new MessageSend(tester.websiteId(), conversation.sessionId(), null, "text", Sender.USER, "chat",
				MessageContent.text(message.text()), message.fingerprint(), message.timestamp(), null, List.of(), true,
				false, false, false, List.of(), null, Map.of(), List.of(), null, null, Map.of(), false, List.of());
	}

}
