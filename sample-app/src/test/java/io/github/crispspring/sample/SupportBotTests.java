package io.github.crispspring.sample;

import java.util.List;

import io.github.crispspring.sample.crisp.ChatMessage;
import io.github.crispspring.sample.crisp.EmbeddedCrisp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The bot in conversation with a visitor, over each of the transports.
 */
@ParameterizedClass
@ValueSource(strings = { "webhook", "rtm" })
class SupportBotTests {

	private final String transport;

	private ConfigurableApplicationContext context;

	private EmbeddedCrisp crisp;

	private String conversation;

	SupportBotTests(String transport) {
		this.transport = transport;
	}

	@BeforeEach
	void start() {
		this.context = SpringApplication.run(SampleApplication.class, "--server.port=0",
				"--sample.transport=" + this.transport);
		this.crisp = this.context.getBean(EmbeddedCrisp.class);
		this.conversation = this.crisp.openConversation("Jane");
		awaitBot();
	}

	@AfterEach
	void stop() {
		this.context.close();
	}

	@Test
	void questionIsAnsweredOnce() {
		this.crisp.visitorWrites(this.conversation, "How long does SHIPPING take?");
		awaitTexts("How long does SHIPPING take?", "We ship within two days.");
	}

	@Test
	void choiceIsRead() {
		this.crisp.visitorWrites(this.conversation, "Hi");
		ChatMessage picker = awaitMessages(2).get(1);
		this.crisp.visitorChooses(this.conversation, Long.parseLong(picker.fingerprint()), "refund");
		assertThat(awaitMessages(3).get(2).text()).isEqualTo("You can send anything back within 30 days.");
	}

	@Test
	void personIsAskedForInANoteThatTheVisitorDoesNotSee() {
		this.crisp.visitorWrites(this.conversation, "A human, please");
		awaitTexts("A human, please", "A colleague will be with you soon.");
	}

	/**
	 * Over RTM the bot hears nothing until it is connected, which is after the start.
	 */
	private void awaitBot() {
		String probe = this.crisp.openConversation("Probe");
		await().until(() -> {
			this.crisp.visitorWrites(probe, "hours");
			return this.crisp.transcript(probe).stream().anyMatch((message) -> message.text().contains("9 to 5"));
		});
	}

	private List<ChatMessage> awaitMessages(int count) {
		return await().until(() -> this.crisp.transcript(this.conversation),
				(transcript) -> transcript.size() == count);
	}

	private void awaitTexts(String... texts) {
		assertThat(awaitMessages(texts.length)).extracting(ChatMessage::text).containsExactly(texts);
	}

}
