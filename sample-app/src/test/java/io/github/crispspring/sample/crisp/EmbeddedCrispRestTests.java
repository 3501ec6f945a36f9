package io.github.crispspring.sample.crisp;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddedCrispRestTests {

	private final EmbeddedCrisp crisp = EmbeddedCrisp.start();

	private final Operator operator = new Operator(this.crisp);

	@AfterEach
	void close() {
		this.crisp.close();
	}

	@Test
	void respondsWithEnvelope() throws Exception {
		Operator.Answer answer = this.operator.call("GET", "plugin/connect/account");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body().path("error").asBoolean()).isFalse();
		assertThat(answer.reason()).isEqualTo("resolved");
		assertThat(answer.data().path("plugin_id").asString()).isNotEmpty();
	}

	@Test
	void rejectsAWrongKey() throws Exception {
		Operator.Answer answer = new Operator(this.crisp, "wrong").call("GET", "plugin/connect/account");
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.body().toString()).isEqualTo("{\"error\":true,\"reason\":\"invalid_session\",\"data\":{}}");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "plugin/connect/endpoints", "website/{website}/connect/endpoints", "user/connect/endpoints" })
	void returnsTheUrlOfRtm(String path) throws Exception {
		Operator.Answer answer = this.operator.call("GET", path.replace("{website}", this.crisp.websiteId()));
		assertThat(answer.data().path("socket").path("app").asString()).isEqualTo(this.crisp.rtmUrl().toString())
			.endsWith("/");
	}

	@Test
	void listsItsOneWebsite() throws Exception {
		assertThat(this.operator.call("GET", "plugin/connect/websites/all/1?filter_configured=0").data())
			.singleElement()
			.satisfies(
					(website) -> assertThat(website.path("website_id").asString()).isEqualTo(this.crisp.websiteId()));
		assertThat(this.operator.call("GET", "plugin/connect/websites/all/2").data()).isEmpty();
	}

	@Test
	void rejectsAnUnknownRoute() throws Exception {
		Operator.Answer answer = this.operator.call("GET", "website/" + this.crisp.websiteId() + "/visitors/count");
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.reason()).isEqualTo("not_found");
		assertThat(answer.data().path("message").asString()).isNotEmpty();
	}

	@Test
	void isNotSubscribedToAnotherWebsite() throws Exception {
		Operator.Answer answer = this.operator.call("GET", "website/another/conversations/1");
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.reason()).isEqualTo("not_subscribed");
	}

	@Test
	void doesNotFindAnotherConversation() throws Exception {
		Operator.Answer answer = this.operator.inConversation("GET", "session_none", "/messages");
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.reason()).isEqualTo("conversation_not_found");
	}

	@Test
	void createsAndRemovesAConversation() throws Exception {
		Operator.Answer created = this.operator.call("POST", "website/" + this.crisp.websiteId() + "/conversation",
				"{}");
		assertThat(created.status()).isEqualTo(201);
		assertThat(created.reason()).isEqualTo("added");
		String sessionId = created.data().path("session_id").asString();
		assertThat(this.operator.inConversation("HEAD", sessionId, "").status()).isEqualTo(200);
		assertThat(this.operator.inConversation("GET", sessionId, "").data().path("state").asString())
			.isEqualTo("pending");
		assertThat(this.operator.inConversation("DELETE", sessionId, "").status()).isEqualTo(200);
		assertThat(this.operator.inConversation("HEAD", sessionId, "").status()).isEqualTo(404);
	}

	@Test
	void pagesConversationsNewestFirst() throws Exception {
		String oldest = this.crisp.openConversation("first");
		for (int i = 0; i < Conversation.PAGE_SIZE; i++) {
			this.crisp.openConversation("visitor" + i);
		}
		String path = "website/" + this.crisp.websiteId() + "/conversations/";
		assertThat(this.operator.call("GET", path + 1).data()).hasSize(Conversation.PAGE_SIZE)
			.first()
			.satisfies((newest) -> assertThat(newest.path("meta").path("nickname").asString()).isEqualTo("visitor19"));
		assertThat(this.operator.call("GET", path + 2).data()).singleElement()
			.satisfies((last) -> assertThat(last.path("session_id").asString()).isEqualTo(oldest));
		assertThat(this.operator.call("GET", path + 3).data()).isEmpty();
	}

	@Test
	void pagesMessagesBackwards() throws Exception {
		String sessionId = this.crisp.openConversation("visitor");
		for (int i = 0; i < 25; i++) {
			this.crisp.visitorWrites(sessionId, "message " + i);
		}
		Operator.Answer newest = this.operator.inConversation("GET", sessionId, "/messages");
		assertThat(newest.status()).isEqualTo(206);
		assertThat(newest.data()).extracting((message) -> message.path("content").asString())
			.hasSize(20)
			.startsWith("message 5")
			.endsWith("message 24");
		long before = newest.data().path(0).path("timestamp").asLong();
		Operator.Answer oldest = this.operator.inConversation("GET", sessionId, "/messages?timestamp_before=" + before);
		assertThat(oldest.status()).isEqualTo(200);
		assertThat(oldest.data()).extracting((message) -> message.path("content").asString())
			.hasSize(5)
			.startsWith("message 0")
			.endsWith("message 4");
	}

	@Test
	void storesAnOperatorsMessage() throws Exception {
		String sessionId = this.crisp.openConversation("visitor");
		Operator.Answer sent = this.operator.says(sessionId, "Hello");
		assertThat(sent.status()).isEqualTo(202);
		assertThat(sent.reason()).isEqualTo("dispatched");
		assertThat(this.crisp.transcript(sessionId)).singleElement().satisfies((message) -> {
			assertThat(message.text()).isEqualTo("Hello");
			assertThat(message.fromVisitor()).isFalse();
			assertThat(message.fingerprint()).isEqualTo(sent.data().path("fingerprint").asString());
		});
	}

	@Test
	void keepsTheFingerprintOfTheSender() throws Exception {
		String sessionId = this.crisp.openConversation("visitor");
		Operator.Answer sent = this.operator.inConversation("POST", sessionId, "/message", """
				{"type": "text", "from": "operator", "origin": "chat", "content": "Hi", "fingerprint": 42}""");
		assertThat(sent.data().path("fingerprint").asLong()).isEqualTo(42);
		assertThat(this.operator.inConversation("GET", sessionId, "/message/42").data().path("content").asString())
			.isEqualTo("Hi");
	}

	@Test
	void keepsNotesFromTheVisitor() throws Exception {
		String sessionId = this.crisp.openConversation("visitor");
		this.operator.inConversation("POST", sessionId, "/message", """
				{"type": "note", "from": "operator", "origin": "chat", "content": "A regular"}""");
		assertThat(this.crisp.transcript(sessionId)).isEmpty();
		assertThat(this.operator.inConversation("GET", sessionId, "/messages").data()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"from": "operator", "origin": "chat", "content": "Hi"}                            | '.type'
			{"type": "text", "origin": "chat", "content": "Hi"}                                | '.from'
			{"type": "text", "from": "operator", "content": "Hi"}                              | '.origin'
			{"type": "text", "from": "operator", "origin": "chat"}                             | '.content'
			{"type": "text", "from": "operator", "origin": "chat", "content": {}}              | data.content
			{"type": "poem", "from": "operator", "origin": "chat", "content": "Hi"}            | data.type
			[]                                                                                 | object
			{"type":                                                                           | JSON
			""")
	void rejectsAnInvalidMessage(String message, String complaint) throws Exception {
		String sessionId = this.crisp.openConversation("visitor");
		Operator.Answer answer = this.operator.inConversation("POST", sessionId, "/message", message);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.reason()).isEqualTo("invalid_data");
		assertThat(answer.data().path("message").asString()).contains(complaint);
	}

	@Test
	void changesTheState() throws Exception {
		String sessionId = this.crisp.openConversation("visitor");
		Operator.Answer changed = this.operator.inConversation("PATCH", sessionId, "/state", """
				{"state": "resolved"}""");
		assertThat(changed.status()).isEqualTo(200);
		assertThat(state(sessionId)).isEqualTo("resolved");
	}

	@Test
	void opensAResolvedConversationAgainWhenTheVisitorWrites() throws Exception {
		String sessionId = this.crisp.openConversation("visitor");
		this.operator.inConversation("PATCH", sessionId, "/state", """
				{"state": "resolved"}""");
		this.crisp.visitorWrites(sessionId, "One more thing");
		assertThat(state(sessionId)).isEqualTo("unresolved");
	}

	@Test
	void mergesTheMetas() throws Exception {
		String sessionId = this.crisp.openConversation("visitor");
		this.operator.inConversation("PATCH", sessionId, "/meta", """
				{"email": "jane@example.org", "data": {"plan": "pro"}}""");
		this.operator.inConversation("PATCH", sessionId, "/meta", """
				{"data": {"seats": 4}}""");
		JsonNode meta = this.operator.inConversation("GET", sessionId, "/meta").data();
		assertThat(meta.path("nickname").asString()).isEqualTo("visitor");
		assertThat(meta.path("email").asString()).isEqualTo("jane@example.org");
		assertThat(meta.path("data").toString()).isEqualTo("{\"plan\":\"pro\",\"seats\":4}");
	}

	@Test
	void assignsAndUnassigns() throws Exception {
		String sessionId = this.crisp.openConversation("visitor");
		this.operator.inConversation("PATCH", sessionId, "/routing", """
				{"assigned": {"user_id": "jane"}}""");
		assertThat(this.operator.inConversation("GET", sessionId, "/routing").data().toString())
			.isEqualTo("{\"assigned\":{\"user_id\":\"jane\"}}");
		this.operator.inConversation("PATCH", sessionId, "/routing", """
				{"assigned": null}""");
		assertThat(this.operator.inConversation("GET", sessionId, "/routing").data().toString())
			.isEqualTo("{\"assigned\":null}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "read", "delivered" })
	void marksTheVisitorsMessages(String mark) throws Exception {
		String sessionId = this.crisp.openConversation("visitor");
		this.crisp.visitorWrites(sessionId, "Hello");
		assertThat(this.operator.inConversation("PATCH", sessionId, "/" + mark, """
				{"from": "operator", "origin": "urn:test", "fingerprints": []}""").status()).isEqualTo(202);
		assertThat(this.operator.inConversation("GET", sessionId, "/messages").data().path(0).path(mark).asString())
			.isEqualTo("urn:test");
	}

	private String state(String sessionId) throws Exception {
		return this.operator.inConversation("GET", sessionId, "/state").data().path("state").asString();
	}

}
