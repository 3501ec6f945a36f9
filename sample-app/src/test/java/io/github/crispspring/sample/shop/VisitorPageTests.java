package io.github.crispspring.sample.shop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import io.github.crispspring.client.website.conversation.NewConversationMessage;
import io.github.crispspring.client.website.conversation.ReactiveWebsiteConversationClient;
import io.github.crispspring.message.MessageContent;
import io.github.crispspring.message.PickerContent;
import io.github.crispspring.sample.crisp.ChatMessage;
import io.github.crispspring.sample.crisp.EmbeddedCrisp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class VisitorPageTests {

	private final HttpClient http = HttpClient.newHttpClient();

	@Value("${local.server.port}")
	private int port;

	@Autowired
	private EmbeddedCrisp crisp;

	@Autowired
	private ReactiveWebsiteConversationClient conversations;

	@ParameterizedTest
	@ValueSource(strings = { "/", "/index.html", "/page/page.css", "/page/page.js", "/page/shop.js" })
	void isServed(String path) throws Exception {
		assertThat(call("GET", path, null).statusCode()).isEqualTo(200);
	}

	@Test
	void infoStatesThatCrispIsEmbedded() throws Exception {
		assertThat(call("GET", "/page/info", null).body()).isEqualTo("{\"embedded\":true}");
	}

	@Test
	void showsTheVisitorsMessage() throws Exception {
		String sessionId = open();
		assertThat(write(sessionId, "Hello").statusCode()).isEqualTo(202);
		JsonNode transcript = json(call("GET", "/visitor/conversations/" + sessionId + "/messages", null));
		assertThat(transcript).anySatisfy((message) -> {
			assertThat(message.path("text").asString()).isEqualTo("Hello");
			assertThat(message.path("fromVisitor").asBoolean()).isTrue();
		});
	}

	@Test
	void streamsMessages() throws Exception {
		String sessionId = open();
		write(sessionId, "Before");
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://localhost:" + this.port + "/page/stream?session=" + sessionId))
			.build();
		HttpResponse<InputStream> response = this.http.send(request, HttpResponse.BodyHandlers.ofInputStream());
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
			assertThat(awaitLine(lines, "\"Before\"")).startsWith("data:");
			this.crisp.desk().write(this.crisp.desk().operators().get(0), sessionId, "An answer");
			assertThat(awaitLine(lines, "\"An answer\"")).contains("\"fromVisitor\":false");
		}
	}

	@Test
	void letsTheVisitorChoose() throws Exception {
		String sessionId = open();
		this.conversations
			.sendMessageInConversation(this.crisp.websiteId(), sessionId,
					NewConversationMessage.builder()
						.content(MessageContent.picker("size", "Which?", PickerContent.Choice.of("l", "Large")))
						.fingerprint(7L)
						.build())
			.block();
		String choice = "/visitor/conversations/" + sessionId + "/messages/7/choice";
		assertThat(call("PUT", choice, "{\"value\": \"l\"}").statusCode()).isEqualTo(202);
		assertThat(call("PUT", choice, "{\"value\": \"none\"}").statusCode()).isEqualTo(400);
		assertThat(this.crisp.transcript(sessionId)).filteredOn((message) -> message.type().equals("picker"))
			.flatExtracting(ChatMessage::choices)
			.containsExactly(new ChatMessage.Choice("l", "Large", true));
	}

	@Test
	void rejectsAnEmptyMessage() throws Exception {
		assertThat(write(open(), " ").statusCode()).isEqualTo(400);
	}

	@Test
	void reportsTypingAndReadMarksOfTheVisitor() throws Exception {
		String sessionId = open();
		this.crisp.desk().write(this.crisp.desk().operators().get(0), sessionId, "Hello");
		String conversation = "/visitor/conversations/" + sessionId;
		assertThat(call("PUT", conversation + "/typing", "{\"typing\": true}").statusCode()).isEqualTo(202);
		assertThat(call("PUT", conversation + "/read", null).statusCode()).isEqualTo(202);
		assertThat(this.crisp.transcript(sessionId)).allMatch(ChatMessage::read);
	}

	@Test
	void doesNotFindAnotherConversation() throws Exception {
		assertThat(write("session_none", "Hello").statusCode()).isEqualTo(404);
	}

	@Test
	void doesNotFindTheStreamOfAnotherConversation() throws Exception {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://localhost:" + this.port + "/page/stream?session=session_none"))
			.header("Accept", "text/event-stream")
			.build();
		assertThat(this.http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(404);
	}

	private static String awaitLine(BufferedReader lines, String part) throws IOException {
		String line = lines.readLine();
		while (line != null && !line.contains(part)) {
			line = lines.readLine();
		}
		return line;
	}

	private String open() throws Exception {
		return json(call("POST", "/visitor/conversations", "")).path("sessionId").asString();
	}

	private HttpResponse<String> write(String sessionId, String text) throws Exception {
		return call("POST", "/visitor/conversations/" + sessionId + "/messages", "{\"text\": \"" + text + "\"}");
	}

	private static JsonNode json(HttpResponse<String> response) {
		return JsonMapper.shared().readTree(response.body());
	}

	private HttpResponse<String> call(String method, String path, String body) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.header("Content-Type", "application/json")
			.method(method,
					(body != null) ? HttpRequest.BodyPublishers.ofString(body) : HttpRequest.BodyPublishers.noBody())
			.build();
		return this.http.send(request, HttpResponse.BodyHandlers.ofString());
	}

}
