package io.github.crispspring.sample.crisp;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OperatorDeskTests {

	private final EmbeddedCrisp crisp = EmbeddedCrisp.start();

	private final OperatorDesk desk = this.crisp.desk();

	private final DeskOperator maya = this.desk.operators().get(0);

	private final HookReceiver bot = new HookReceiver();

	private String sessionId;

	@BeforeEach
	void open() {
		this.sessionId = this.crisp.openConversation("jane");
		this.crisp.hookUrl(this.bot.url());
	}

	@AfterEach
	void close() {
		this.crisp.close();
		this.bot.close();
	}

	@Test
	void writesAsAnOperator() {
		this.desk.write(this.maya, this.sessionId, "Hello");
		JsonNode data = awaitData("message:received");
		assertThat(data.path("type").asString()).isEqualTo("text");
		assertThat(data.path("user").path("user_id").asString()).isEqualTo(this.maya.userId());
		assertThat(data.path("user").path("nickname").asString()).isEqualTo("Maya Lindt");
		assertThat(data.has("automated")).isFalse();
		assertThat(this.crisp.transcript(this.sessionId)).extracting(ChatMessage::text).containsExactly("Hello");
	}

	@Test
	void leavesANoteThatTheVisitorDoesNotSee() {
		this.desk.note(this.maya, this.sessionId, "A regular");
		assertThat(awaitData("message:received").path("type").asString()).isEqualTo("note");
		assertThat(this.desk.messages(this.sessionId)).extracting(ChatMessage::text).containsExactly("A regular");
		assertThat(this.crisp.transcript(this.sessionId)).isEmpty();
	}

	@Test
	void changesTheState() {
		this.desk.state(this.sessionId, "resolved");
		assertThat(awaitData("session:set_state").path("state").asString()).isEqualTo("resolved");
	}

	@Test
	void rejectsAnUnknownState() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.desk.state(this.sessionId, "lost"));
	}

	@Test
	void assignsAndUnassigns() {
		this.desk.assign(this.sessionId, this.maya.userId());
		assertThat(awaitData("session:set_routing").path("routing_id").asString()).isEqualTo(this.maya.userId());
		assertThat(listed().assigned()).isEqualTo(this.maya.userId());
		this.desk.assign(this.sessionId, null);
		assertThat(listed().assigned()).isNull();
	}

	@Test
	void showsTypingOfTheOperator() {
		this.desk.type(this.maya, this.sessionId, true);
		JsonNode data = awaitData("message:compose:receive");
		assertThat(data.path("type").asString()).isEqualTo("start");
		assertThat(data.path("user").path("user_id").asString()).isEqualTo(this.maya.userId());
	}

	@Test
	void marksWhatTheVisitorWroteAsRead() {
		this.crisp.visitorWrites(this.sessionId, "Hello");
		assertThat(listed().unread()).isOne();
		this.desk.read(this.sessionId);
		JsonNode data = awaitData("message:acknowledge:read:send");
		assertThat(data.path("fingerprints")).extracting(JsonNode::asString)
			.containsExactly(this.desk.messages(this.sessionId).get(0).fingerprint());
		assertThat(listed().unread()).isZero();
		assertThat(this.crisp.transcript(this.sessionId)).allMatch(ChatMessage::read);
	}

	@Test
	void publishesNoEventIfAllMessagesAreRead() {
		this.desk.read(this.sessionId);
		this.desk.state(this.sessionId, "resolved");
		awaitData("session:set_state");
		assertThat(this.bot.count("message:acknowledge:read:send")).isZero();
	}

	@Test
	void receivesReadMarksAndTypingOfTheVisitor() {
		this.desk.write(this.maya, this.sessionId, "Hello");
		this.crisp.visitorReads(this.sessionId);
		this.crisp.visitorTypes(this.sessionId, true);
		awaitData("message:acknowledge:read:received");
		assertThat(awaitData("message:compose:send").path("type").asString()).isEqualTo("start");
		assertThat(this.desk.messages(this.sessionId)).allMatch(ChatMessage::read);
		assertThat(listed().visitorTyping()).isTrue();
	}

	@Test
	void receivesChanges() throws Exception {
		List<DeskChange> changes = new CopyOnWriteArrayList<>();
		this.desk.changes().subscribe(changes::add);
		this.desk.note(this.maya, this.sessionId, "A regular");
		new Operator(this.crisp).inConversation("DELETE", this.sessionId, "");
		assertThat(changes).hasExactlyElementsOfTypes(DeskChange.ConversationChanged.class,
				DeskChange.MessageChanged.class, DeskChange.ConversationChanged.class,
				DeskChange.ConversationRemoved.class);
	}

	@Test
	void isListedByTheRestApi() throws Exception {
		Operator.Answer answer = new Operator(this.crisp).call("GET",
				"website/" + this.crisp.websiteId() + "/operators/list");
		assertThat(answer.data()).extracting((each) -> each.path("details").path("user_id").asString())
			.containsExactlyElementsOf(this.desk.operators().stream().map(DeskOperator::userId).toList());
	}

	private JsonNode awaitData(String event) {
		JsonNode data = this.bot.awaitHook(event).json().path("data");
		assertThat(data.path("session_id").asString()).isEqualTo(this.sessionId);
		return data;
	}

	private DeskConversation listed() {
		return ((DeskChange.ConversationChanged) this.desk.changes().blockFirst()).conversation();
	}

}
