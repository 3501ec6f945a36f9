package io.github.crispspring.sample.crisp;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

class EmbeddedCrispHooksTests {

	private final EmbeddedCrisp crisp = EmbeddedCrisp.start();

	private final HookReceiver bot = new HookReceiver();

	@BeforeEach
	void listen() {
		this.crisp.hookUrl(this.bot.url());
	}

	@AfterEach
	void close() {
		this.crisp.close();
		this.bot.close();
	}

	@Test
	void postsTheVisitorsMessage() {
		String sessionId = this.crisp.openConversation("jane");
		this.crisp.visitorWrites(sessionId, "Grüezi 😀");
		HookReceiver.Hook hook = this.bot.awaitHook("message:send");
		assertThat(hook.json().path("website_id").asString()).isEqualTo(this.crisp.websiteId());
		assertThat(hook.json().path("timestamp").isIntegralNumber()).isTrue();
		JsonNode data = hook.json().path("data");
		assertThat(data.propertyNames()).containsExactlyInAnyOrder("website_id", "session_id", "type", "from", "origin",
				"content", "timestamp", "fingerprint", "user", "stamped");
		assertThat(data.path("content").asString()).isEqualTo("Grüezi 😀");
		assertThat(data.path("from").asString()).isEqualTo("user");
		assertThat(data.path("user").path("nickname").asString()).isEqualTo("jane");
		assertThat(data.path("user").path("user_id").asString()).isEqualTo(sessionId);
	}

	@Test
	void signsWhatItPosts() {
		this.crisp.openConversation("jane");
		HookReceiver.Hook hook = this.bot.awaitHook("session:request:initiated");
		String timestamp = hook.header("X-Crisp-Request-Timestamp");
		assertThat(Long.parseLong(timestamp)).isCloseTo(System.currentTimeMillis(), within(60_000L));
		assertThat(hook.header("X-Crisp-Signature"))
			.isEqualTo(HookSignature.of(this.crisp.hookSecret(), timestamp, hook.body()));
		assertThat(hook.header("X-Crisp-Hook-Origin")).startsWith("plugin/rtm ");
	}

	@Test
	void postsAnOperatorsMessageAsReceived() throws Exception {
		String sessionId = this.crisp.openConversation("jane");
		new Operator(this.crisp).says(sessionId, "Hello");
		assertThat(this.bot.awaitHook("message:received").json().path("data").path("origin").asString())
			.isEqualTo("urn:test");
	}

	@Test
	void postsAChangedState() throws Exception {
		String sessionId = this.crisp.openConversation("jane");
		new Operator(this.crisp).inConversation("PATCH", sessionId, "/state", """
				{"state": "resolved"}""");
		assertThat(this.bot.awaitHook("session:set_state").json().path("data").path("state").asString())
			.isEqualTo("resolved");
	}

	@Test
	void postsAChoiceAsAnUpdate() throws Exception {
		String sessionId = this.crisp.openConversation("jane");
		Operator.Answer sent = new Operator(this.crisp).inConversation("POST", sessionId, "/message", """
				{"type": "picker", "from": "operator", "origin": "chat", "content": {"id": "size", "text": "Which?",
				"choices": [{"value": "s", "label": "Small"}, {"value": "l", "label": "Large"}]}}""");
		this.crisp.visitorChooses(sessionId, sent.data().path("fingerprint").asLong(), "l");
		JsonNode data = this.bot.awaitHook("message:updated").json().path("data");
		assertThat(data.path("fingerprint")).isEqualTo(sent.data().path("fingerprint"));
		assertThat(data.path("content").path("choices")).extracting((choice) -> choice.path("selected").asBoolean())
			.containsExactly(false, true);
	}

	@Test
	void deliversAgainAfterAFailure() {
		this.bot.failNext();
		this.crisp.openConversation("jane");
		await().until(() -> this.bot.hooks().size() == 2);
		assertThat(this.bot.hooks()).extracting((hook) -> hook.header("X-Delivery-Attempt-Count"))
			.containsExactly("1", "2");
		assertThat(this.bot.hooks()).extracting((hook) -> hook.header("X-Delivery-Attempt-Limit")).containsOnly("5");
		assertThat(this.bot.hooks().get(1).body()).isEqualTo(this.bot.hooks().get(0).body());
		assertThat(this.bot.hooks().get(1).header("X-Crisp-Signature"))
			.isEqualTo(HookSignature.of(this.crisp.hookSecret(),
					this.bot.hooks().get(1).header("X-Crisp-Request-Timestamp"), this.bot.hooks().get(1).body()));
	}

	@Test
	void repeatsTheVisitorsLastMessageUnchanged() {
		String sessionId = this.crisp.openConversation("jane");
		this.crisp.visitorWrites(sessionId, "Hello");
		this.crisp.desk().state(sessionId, "resolved");
		assertThat(this.crisp.delivery().repeat()).isTrue();
		await().until(() -> this.bot.count("message:send") == 2);
		assertThat(this.bot.hooks()).filteredOn((hook) -> hook.event().equals("message:send"))
			.extracting(HookReceiver.Hook::text)
			.hasSize(2)
			.satisfies((bodies) -> assertThat(bodies.get(1)).isEqualTo(bodies.get(0)));
	}

	@Test
	void hasNothingToRepeatAtFirst() {
		assertThat(this.crisp.delivery().repeat()).isFalse();
	}

	@Test
	void forgesAWebhookWithAnInvalidSignature() {
		this.crisp.delivery().forge(this.crisp.websiteId());
		HookReceiver.Hook hook = this.bot.awaitHook("message:send");
		assertThat(hook.header("X-Crisp-Signature")).hasSize(64)
			.isNotEqualTo(
					HookSignature.of(this.crisp.hookSecret(), hook.header("X-Crisp-Request-Timestamp"), hook.body()));
	}

	@Test
	void reportsTheResponseToAWebhook() {
		List<DeliveryReport.HookAnswered> reports = new CopyOnWriteArrayList<>();
		this.crisp.delivery().listen((report) -> reports.add((DeliveryReport.HookAnswered) report));
		this.bot.failNext();
		this.crisp.openConversation("jane");
		await().until(() -> reports.size() == 2);
		assertThat(reports).extracting(DeliveryReport.HookAnswered::status).containsExactly(500, 200);
		assertThat(reports).extracting(DeliveryReport.HookAnswered::attempt).containsExactly(1, 2);
		assertThat(reports).extracting(DeliveryReport.HookAnswered::again).containsExactly(true, false);
	}

	@Test
	void postsNothingWhileEventsLeaveByRtm() {
		String sessionId = this.crisp.openConversation("jane");
		this.crisp.delivery().use(EventDelivery.Transport.RTM);
		this.crisp.visitorWrites(sessionId, "Hello");
		this.crisp.delivery().use(EventDelivery.Transport.WEBHOOK);
		this.crisp.visitorWrites(sessionId, "Last");
		assertThat(this.bot.awaitHook("message:send").json().path("data").path("content").asString()).isEqualTo("Last");
	}

	@Test
	void keepsTheOrderOfAConversationThroughAFailure() {
		this.bot.failNext();
		String sessionId = this.crisp.openConversation("jane");
		for (int i = 0; i < 10; i++) {
			this.crisp.visitorWrites(sessionId, "message " + i);
		}
		await().until(() -> this.bot.count("message:send") == 10);
		assertThat(this.bot.hooks()).extracting(HookReceiver.Hook::event)
			.startsWith("session:request:initiated", "session:request:initiated", "message:send", "session:set_state",
					"message:send");
		assertThat(this.bot.hooks()).filteredOn((hook) -> hook.event().equals("message:send"))
			.extracting((hook) -> hook.json().path("data").path("content").asString())
			.containsExactly("message 0", "message 1", "message 2", "message 3", "message 4", "message 5", "message 6",
					"message 7", "message 8", "message 9");
	}

}
