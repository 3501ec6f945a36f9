package io.github.crispspring.sample.crisp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

class EmbeddedCrispHooksTests {

	private final EmbeddedCrisp crisp = EmbeddedCrisp.start();

	private final List<Hook> hooks = new CopyOnWriteArrayList<>();

	private final AtomicInteger failures = new AtomicInteger();

	private HttpServer bot;

	@BeforeEach
	void listen() throws IOException {
		this.bot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.bot.createContext("/hook", this::receive);
		this.bot.start();
		this.crisp.hookUrl(URI.create("http://localhost:" + this.bot.getAddress().getPort() + "/hook"));
	}

	@AfterEach
	void close() {
		this.crisp.close();
		this.bot.stop(0);
	}

	@Test
	void postsTheVisitorsMessage() {
		String sessionId = this.crisp.openConversation("jane");
		this.crisp.visitorWrites(sessionId, "Grüezi 😀");
		Hook hook = awaitHook("message:send");
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
		Hook hook = awaitHook("session:request:initiated");
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
		assertThat(awaitHook("message:received").json().path("data").path("origin").asString()).isEqualTo("urn:test");
	}

	@Test
	void postsAChangedState() throws Exception {
		String sessionId = this.crisp.openConversation("jane");
		new Operator(this.crisp).inConversation("PATCH", sessionId, "/state", """
				{"state": "resolved"}""");
		assertThat(awaitHook("session:set_state").json().path("data").path("state").asString()).isEqualTo("resolved");
	}

	@Test
	void postsAChoiceAsAnUpdate() throws Exception {
		String sessionId = this.crisp.openConversation("jane");
		Operator.Answer sent = new Operator(this.crisp).inConversation("POST", sessionId, "/message", """
				{"type": "picker", "from": "operator", "origin": "chat", "content": {"id": "size", "text": "Which?",
				"choices": [{"value": "s", "label": "Small"}, {"value": "l", "label": "Large"}]}}""");
		this.crisp.visitorChooses(sessionId, sent.data().path("fingerprint").asLong(), "l");
		JsonNode data = awaitHook("message:updated").json().path("data");
		assertThat(data.path("fingerprint")).isEqualTo(sent.data().path("fingerprint"));
		assertThat(data.path("content").path("choices")).extracting((choice) -> choice.path("selected").asBoolean())
			.containsExactly(false, true);
	}

	@Test
	void deliversAgainAfterAFailure() {
		this.failures.set(1);
		this.crisp.openConversation("jane");
		await().atMost(Duration.ofSeconds(5)).until(() -> this.hooks.size() == 2);
		assertThat(this.hooks).extracting((hook) -> hook.header("X-Delivery-Attempt-Count")).containsExactly("1", "2");
		assertThat(this.hooks).extracting((hook) -> hook.header("X-Delivery-Attempt-Limit")).containsOnly("5");
		assertThat(this.hooks.get(1).body()).isEqualTo(this.hooks.get(0).body());
		assertThat(this.hooks.get(1).header("X-Crisp-Signature")).isEqualTo(HookSignature.of(this.crisp.hookSecret(),
				this.hooks.get(1).header("X-Crisp-Request-Timestamp"), this.hooks.get(1).body()));
	}

	@Test
	void keepsTheOrderOfAConversationThroughAFailure() {
		this.failures.set(1);
		String sessionId = this.crisp.openConversation("jane");
		for (int i = 0; i < 10; i++) {
			this.crisp.visitorWrites(sessionId, "message " + i);
		}
		await().atMost(Duration.ofSeconds(10)).until(() -> count("message:send") == 10);
		assertThat(this.hooks).extracting(Hook::event)
			.startsWith("session:request:initiated", "session:request:initiated", "message:send", "session:set_state",
					"message:send");
		assertThat(this.hooks).filteredOn((hook) -> hook.event().equals("message:send"))
			.extracting((hook) -> hook.json().path("data").path("content").asString())
			.containsExactly("message 0", "message 1", "message 2", "message 3", "message 4", "message 5", "message 6",
					"message 7", "message 8", "message 9");
	}

	private Hook awaitHook(String event) {
		await().atMost(Duration.ofSeconds(5)).until(() -> count(event) > 0);
		return this.hooks.stream().filter((hook) -> hook.event().equals(event)).findFirst().orElseThrow();
	}

	private long count(String event) {
		return this.hooks.stream().filter((hook) -> hook.event().equals(event)).count();
	}

	private void receive(HttpExchange exchange) throws IOException {
		this.hooks.add(new Hook(exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes()));
		boolean fails = this.failures.getAndUpdate((left) -> Math.max(0, left - 1)) > 0;
		exchange.sendResponseHeaders(fails ? 500 : 200, -1);
		exchange.close();
	}

	/**
	 * A web hook as it came.
	 *
	 * @param headers the headers
	 * @param body the body
	 */
	private record Hook(Headers headers, byte[] body) {

		String header(String name) {
			return this.headers.getFirst(name);
		}

		JsonNode json() {
			return JsonMapper.shared().readTree(new String(this.body, StandardCharsets.UTF_8));
		}

		String event() {
			return json().path("event").asString();
		}

	}

}
