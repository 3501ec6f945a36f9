package io.github.crispspring.sample.desk;

import io.github.crispspring.sample.crisp.ChatMessage;
import io.github.crispspring.sample.crisp.DeskChange;
import io.github.crispspring.sample.crisp.DeskConversation;
import io.github.crispspring.sample.crisp.EmbeddedCrisp;
import io.github.crispspring.sample.page.PageClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DeskPageTests {

	@Value("${local.server.port}")
	private int port;

	@Autowired
	private EmbeddedCrisp crisp;

	private PageClient page;

	private String sessionId;

	@BeforeEach
	void open() {
		this.page = new PageClient(this.port);
		this.sessionId = this.crisp.openConversation("Jane");
	}

	@Test
	void listsTheOperators() throws Exception {
		assertThat(this.page.get("/desk/operators")).contains("\"firstName\":\"Maya\"", "\"firstName\":\"Tom\"");
	}

	@Test
	void writesToTheVisitor() throws Exception {
		assertThat(this.page.post(path("messages"), "{\"text\": \"Hello\", \"note\": false}")).isEqualTo(202);
		assertThat(this.crisp.transcript(this.sessionId)).singleElement()
			.satisfies((message) -> assertThat(message.nickname()).isEqualTo("Maya Lindt"));
	}

	@Test
	void showsNotesInTheThread() throws Exception {
		assertThat(this.page.post(path("messages"), "{\"text\": \"A regular\", \"note\": true}")).isEqualTo(202);
		assertThat(this.crisp.transcript(this.sessionId)).isEmpty();
		assertThat(this.page.get(path("messages"))).contains("\"A regular\"", "\"type\":\"note\"");
	}

	@Test
	void changesStateAndAssignment() throws Exception {
		String tom = this.crisp.desk().operators().get(1).userId();
		assertThat(this.page.put(path("assigned"), "{\"userId\": \"" + tom + "\"}")).isEqualTo(202);
		await().until(() -> tom.equals(listed().assigned()));
		assertThat(this.page.put(path("assigned"), "{\"userId\": \"\"}")).isEqualTo(202);
		await().until(() -> listed().assigned() == null);
		assertThat(this.page.put(path("state"), "{\"state\": \"resolved\"}")).isEqualTo(202);
		assertThat(listed().state()).isEqualTo("resolved");
	}

	@Test
	void showsTypingAndMarksAsRead() throws Exception {
		this.crisp.visitorWrites(this.sessionId, "Hello");
		assertThat(this.page.put(path("typing"), "{\"typing\": true}")).isEqualTo(202);
		assertThat(listed().operatorTyping()).isTrue();
		assertThat(this.page.put(path("read"), "")).isEqualTo(202);
		assertThat(this.crisp.transcript(this.sessionId)).first().matches(ChatMessage::read);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			state    | {"state": "lost"}
			state    | {}
			""")
	void rejectsInvalidRequests(String part, String body) throws Exception {
		assertThat(this.page.put(path(part), body)).isEqualTo(400);
	}

	@Test
	void rejectsAnEmptyMessage() throws Exception {
		assertThat(this.page.post(path("messages"), "{\"text\": \" \", \"note\": false}")).isEqualTo(400);
	}

	@Test
	void doesNotFindAnotherConversation() throws Exception {
		assertThat(this.page.put("/desk/conversations/session_none/read", "")).isEqualTo(404);
	}

	private String path(String part) {
		return "/desk/conversations/" + this.sessionId + "/" + part;
	}

	private DeskConversation listed() {
		return this.crisp.desk()
			.changes()
			.ofType(DeskChange.ConversationChanged.class)
			.map(DeskChange.ConversationChanged::conversation)
			.filter((each) -> each.sessionId().equals(this.sessionId))
			.blockFirst();
	}

}
