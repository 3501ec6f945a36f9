package io.github.crispspring.sample;

import java.util.List;

import io.github.crispspring.sample.crisp.ChatMessage;
import io.github.crispspring.sample.crisp.DeskChange;
import io.github.crispspring.sample.crisp.DeskConversation;
import io.github.crispspring.sample.crisp.DeskOperator;
import io.github.crispspring.sample.crisp.EmbeddedCrisp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link SupportBot} with each transport.
 */
@ParameterizedClass
@ValueSource(strings = { "webhook", "rtm" })
class SupportBotTests {

	private static ConfigurableApplicationContext context;

	private static EmbeddedCrisp crisp;

	private static DeskOperator maya;

	@Parameter
	String transport;

	private final String conversation = crisp.openConversation("Jane");

	@BeforeParameterizedClassInvocation
	static void start(String transport) {
		context = SpringApplication.from(SampleApplication::main)
			.run("--server.port=0", "--sample.transport=" + transport)
			.getApplicationContext();
		crisp = context.getBean(EmbeddedCrisp.class);
		maya = crisp.desk().operators().get(0);
		// Over RTM, the bot receives no events until it is connected
		await().until(crisp.delivery()::isConnected);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		context.close();
	}

	@Test
	void questionGetsOneReply() {
		write("How long does SHIPPING take?");
		awaitTexts("How long does SHIPPING take?", "We ship within two days.");
	}

	@Test
	void visitorIsGreetedOnce() {
		write("Hi");
		awaitTexts("Hi", "Hello! What can I help you with?");
		write("Hm");
		awaitTexts("Hi", "Hello! What can I help you with?", "Hm", "Is it one of these?");
	}

	@Test
	void choiceGetsAReply() {
		write("Hi");
		choose("refund");
		assertThat(awaitMessages(3).get(2).text()).isEqualTo("You can send anything back within 30 days.");
	}

	@Test
	void contentVisitorResolvesTheConversation() {
		write("Hi");
		choose("thanks");
		assertThat(awaitMessages(3).get(2).text()).isEqualTo("You are welcome!");
		assertThat(listed().state()).isEqualTo("resolved");
	}

	@Test
	void requestForAPersonIsANoteThatTheVisitorDoesNotSee() {
		write("A person, please");
		awaitTexts("A person, please", "Maya will be with you in a minute.");
		assertThat(listed().assigned()).isEqualTo(maya.userId());
		assertThat(crisp.desk().messages(this.conversation)).filteredOn((message) -> message.type().equals("note"))
			.extracting(ChatMessage::text)
			.containsExactly("The visitor asks for a person.");
	}

	@Test
	void botDoesNotReplyWhileAPersonIsInCharge() {
		write("A person, please");
		awaitMessages(2);
		write("My shipping is late");
		write("hours?");
		awaitOthers();
		awaitTexts("A person, please", "Maya will be with you in a minute.", "My shipping is late", "hours?");
	}

	@Test
	void botStopsReplyingWhenAPersonWrites() {
		crisp.desk().write(maya, this.conversation, "Hello, I am here");
		await().until(() -> maya.userId().equals(listed().assigned()));
		write("shipping?");
		awaitOthers();
		awaitTexts("Hello, I am here", "shipping?");
	}

	@Test
	void noteDoesNotStopTheBot() {
		crisp.desk().note(maya, this.conversation, "Be kind to this one");
		write("shipping?");
		awaitTexts("shipping?", "We ship within two days.");
	}

	@Test
	void botRepliesAgainWhenTheConversationIsResolved() {
		write("A person, please");
		awaitMessages(2);
		crisp.desk().state(this.conversation, "resolved");
		await().until(() -> listed().assigned() == null);
		write("shipping?");
		assertThat(awaitMessages(4).get(3).text()).isEqualTo("We ship within two days.");
	}

	private void write(String text) {
		crisp.visitorWrites(this.conversation, text);
	}

	private void choose(String value) {
		ChatMessage picker = awaitMessages(2).get(1);
		crisp.visitorChooses(this.conversation, Long.parseLong(picker.fingerprint()), value);
	}

	/**
	 * Wait until all events were handled. Events of a conversation are handled in order,
	 * so that the last one is handled after all others.
	 */
	private void awaitOthers() {
		int before = crisp.desk().messages(this.conversation).size();
		crisp.desk().state(this.conversation, "resolved");
		await().until(() -> listed().assigned() == null);
		assertThat(crisp.desk().messages(this.conversation)).hasSize(before);
	}

	private DeskConversation listed() {
		return crisp.desk()
			.changes()
			.ofType(DeskChange.ConversationChanged.class)
			.map(DeskChange.ConversationChanged::conversation)
			.filter((each) -> each.sessionId().equals(this.conversation))
			.blockFirst();
	}

	private List<ChatMessage> awaitMessages(int count) {
		return await().until(() -> crisp.transcript(this.conversation), (transcript) -> transcript.size() == count);
	}

	private void awaitTexts(String... texts) {
		assertThat(awaitMessages(texts.length)).extracting(ChatMessage::text).containsExactly(texts);
	}

}
