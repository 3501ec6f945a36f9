package io.github.crispspring.sample.crisp;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

class EmbeddedCrispChangesTests {

	private final EmbeddedCrisp crisp = EmbeddedCrisp.start();

	private final Operator operator = new Operator(this.crisp);

	private final List<ConversationChange> changes = new CopyOnWriteArrayList<>();

	@AfterEach
	void close() {
		this.crisp.close();
	}

	@Test
	void beginWithTheConversationSoFar() {
		String sessionId = this.crisp.openConversation("jane");
		this.crisp.visitorWrites(sessionId, "Hello");
		watch(sessionId);
		assertThat(this.changes).hasSize(3)
			.first()
			.isInstanceOfSatisfying(ConversationChange.MessageChanged.class,
					(change) -> assertThat(change.message().text()).isEqualTo("Hello"));
	}

	@Test
	void includeTypingOfTheOperator() throws Exception {
		String sessionId = this.crisp.openConversation("jane");
		watch(sessionId);
		this.changes.clear();
		this.operator.inConversation("PATCH", sessionId, "/compose", """
				{"type": "start", "from": "operator"}""");
		this.operator.says(sessionId, "Hello");
		this.operator.inConversation("PATCH", sessionId, "/compose", """
				{"type": "stop", "from": "operator"}""");
		await().until(() -> this.changes.size() == 3);
		assertThat(this.changes.get(0)).isEqualTo(new ConversationChange.OperatorTyping(true));
		assertThat(this.changes.get(1)).isInstanceOf(ConversationChange.MessageChanged.class);
		assertThat(this.changes.get(2)).isEqualTo(new ConversationChange.OperatorTyping(false));
	}

	@Test
	void endWhenTheConversationIsRemoved() throws Exception {
		String sessionId = this.crisp.openConversation("jane");
		Disposable watching = watch(sessionId);
		this.operator.inConversation("DELETE", sessionId, "");
		await().until(watching::isDisposed);
	}

	@Test
	void endWhenTheOldestConversationIsEvicted() {
		String sessionId = this.crisp.openConversation("jane");
		Disposable watching = watch(sessionId);
		for (int i = 0; i < Conversations.LIMIT; i++) {
			this.crisp.openConversation("visitor");
		}
		assertThatIllegalArgumentException().isThrownBy(() -> this.crisp.changes(sessionId));
		assertThat(watching.isDisposed()).isTrue();
	}

	@Test
	void keepTheNewestMessagesOnly() {
		String sessionId = this.crisp.openConversation("jane");
		for (int i = 0; i <= Conversation.MESSAGE_LIMIT; i++) {
			this.crisp.visitorWrites(sessionId, "message " + i);
		}
		assertThat(this.crisp.transcript(sessionId)).hasSize(Conversation.MESSAGE_LIMIT)
			.first()
			.satisfies((message) -> assertThat(message.text()).isEqualTo("message 1"));
	}

	private Disposable watch(String sessionId) {
		return this.crisp.changes(sessionId).subscribe(this.changes::add);
	}

}
