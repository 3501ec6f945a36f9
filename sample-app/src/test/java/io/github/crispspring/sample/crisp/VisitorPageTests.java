package io.github.crispspring.sample.crisp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

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

	@ParameterizedTest
	@ValueSource(strings = { "/", "/index.html", "/chat.css", "/chat.js" })
	void isServed(String path) throws Exception {
		assertThat(call("GET", path, null).statusCode()).isEqualTo(200);
	}

	@Test
	void saysWhichTransportIsInUse() throws Exception {
		assertThat(call("GET", "/visitor/info", null).body())
			.isEqualTo("{\"crisp\":\"embedded\",\"transport\":\"webhook\"}");
	}

	@Test
	void showsWhatTheVisitorWrote() throws Exception {
		String sessionId = open();
		assertThat(write(sessionId, "Hello").statusCode()).isEqualTo(202);
		JsonNode transcript = json(call("GET", "/visitor/conversations/" + sessionId + "/messages", null));
		assertThat(transcript).anySatisfy((message) -> {
			assertThat(message.path("text").asString()).isEqualTo("Hello");
			assertThat(message.path("fromVisitor").asBoolean()).isTrue();
		});
	}

	@Test
	void streamsWhatIsSaid() throws Exception {
		String sessionId = open();
		write(sessionId, "Before");
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://localhost:" + this.port + "/visitor/conversations/" + sessionId + "/stream"))
			.build();
		HttpResponse<InputStream> response = this.http.send(request, HttpResponse.BodyHandlers.ofInputStream());
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
			assertThat(awaitLine(lines, "\"Before\"")).startsWith("data:");
			new Operator(this.crisp).says(sessionId, "An answer");
			assertThat(awaitLine(lines, "\"An answer\"")).contains("\"fromVisitor\":false");
		}
	}

	@Test
	void letsTheVisitorChoose() throws Exception {
		String sessionId = open();
		new Operator(this.crisp).inConversation("POST", sessionId, "/message", """
				{"type": "picker", "from": "operator", "origin": "chat", "fingerprint": 7,
				"content": {"id": "size", "text": "Which?", "choices": [{"value": "l", "label": "Large"}]}}""");
		String choice = "/visitor/conversations/" + sessionId + "/messages/7/choice";
		assertThat(call("PUT", choice, "{\"value\": \"l\"}").statusCode()).isEqualTo(202);
		assertThat(call("PUT", choice, "{\"value\": \"none\"}").statusCode()).isEqualTo(400);
		assertThat(this.crisp.transcript(sessionId)).filteredOn((message) -> message.type().equals("picker"))
			.flatExtracting(ChatMessage::choices)
			.containsExactly(new ChatMessage.Choice("l", "Large", true));
	}

	@Test
	void refusesAnEmptyMessage() throws Exception {
		assertThat(write(open(), " ").statusCode()).isEqualTo(400);
	}

	@Test
	void doesNotFindAnotherConversation() throws Exception {
		assertThat(write("session_none", "Hello").statusCode()).isEqualTo(404);
	}

	@Test
	void doesNotFindTheStreamOfAnotherConversation() throws Exception {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://localhost:" + this.port + "/visitor/conversations/session_none/stream"))
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
