package io.github.crispspring.example.slack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.crispspring.embedded.EmbeddedConversation;
import io.github.crispspring.embedded.EmbeddedCrisp;
import io.github.crispspring.embedded.EmbeddedVisitor;
import io.github.crispspring.embedded.test.AutoConfigureEmbeddedCrisp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(classes = SlackExample.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureEmbeddedCrisp
class SlackNoticesTests {

	private static final List<String> notices = new CopyOnWriteArrayList<>();

	private static HttpServer slack;

	@Autowired
	private EmbeddedCrisp crisp;

	private EmbeddedVisitor visitor;

	private EmbeddedConversation conversation;

	// Not with the properties, which are also determined when the test is processed ahead
	// of time
	@BeforeAll
	static void start() throws IOException {
		slack = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		slack.createContext("/hook", SlackNoticesTests::receive);
		slack.start();
	}

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry properties) {
		properties.add("slack.webhook-url", () -> "http://localhost:%d/hook".formatted(slack.getAddress().getPort()));
	}

	private static void receive(HttpExchange exchange) throws IOException {
		notices.add(JsonMapper.shared().readTree(exchange.getRequestBody()).path("text").asString());
		exchange.sendResponseHeaders(200, -1);
		exchange.close();
	}

	@AfterAll
	static void stop() {
		slack.stop(0);
	}

	@BeforeEach
	void open() {
		notices.clear();
		this.visitor = this.crisp.visitor("Ada");
		this.conversation = this.visitor.conversation();
	}

	@Test
	void messageIsReportedWithALinkToTheInbox() {
		this.visitor.writes("Is <!channel> there?");
		await().until(() -> !notices.isEmpty());
		assertThat(notices).containsExactly(
				"*Ada* wrote: Is &lt;!channel&gt; there?\n<https://app.crisp.chat/website/%s/inbox/%s/|Open in Crisp>"
					.formatted(this.crisp.websiteId(), this.conversation.sessionId()));
	}

	@Test
	void nothingIsReportedOnceAnOperatorHasAnswered() {
		this.conversation.write(this.crisp.operators().get(0), "I am here");
		await().until(() -> this.conversation.assigned() != null);
		this.visitor.writes("Thank you");
		this.conversation.state("resolved");
		await().until(() -> this.conversation.assigned() == null);
		this.visitor.writes("One more thing");
		await().until(() -> !notices.isEmpty());
		assertThat(notices).singleElement().asString().contains("One more thing");
	}

}
