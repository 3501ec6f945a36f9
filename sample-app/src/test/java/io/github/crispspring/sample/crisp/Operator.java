package io.github.crispspring.sample.crisp;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Client for the REST API of the embedded Crisp.
 */
final class Operator {

	private final HttpClient http = HttpClient.newHttpClient();

	private final EmbeddedCrisp crisp;

	private final String key;

	Operator(EmbeddedCrisp crisp) {
		this(crisp, crisp.key());
	}

	Operator(EmbeddedCrisp crisp, String key) {
		this.crisp = crisp;
		this.key = key;
	}

	Answer call(String method, String path) throws IOException, InterruptedException {
		return call(method, path, null);
	}

	Answer call(String method, String path, String body) throws IOException, InterruptedException {
		String token = this.crisp.identifier() + ":" + this.key;
		HttpRequest request = HttpRequest.newBuilder(this.crisp.baseUrl().resolve("/v1/" + path))
			.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8)))
			.header("X-Crisp-Tier", "plugin")
			.method(method,
					(body != null) ? HttpRequest.BodyPublishers.ofString(body) : HttpRequest.BodyPublishers.noBody())
			.build();
		HttpResponse<String> response = this.http.send(request, HttpResponse.BodyHandlers.ofString());
		return new Answer(response.statusCode(),
				response.body().isEmpty() ? null : JsonMapper.shared().readTree(response.body()));
	}

	Answer inConversation(String method, String sessionId, String path) throws IOException, InterruptedException {
		return inConversation(method, sessionId, path, null);
	}

	Answer inConversation(String method, String sessionId, String path, String body)
			throws IOException, InterruptedException {
		return call(method, "website/" + this.crisp.websiteId() + "/conversation/" + sessionId + path, body);
	}

	Answer says(String sessionId, String text) throws IOException, InterruptedException {
		return inConversation("POST", sessionId, "/message", """
				{"type": "text", "from": "operator", "origin": "urn:test", "content": "%s"}""".formatted(text));
	}

	/**
	 * Response of the REST API.
	 *
	 * @param status the HTTP status
	 * @param body the envelope, or {@code null} if there was no body
	 */
	record Answer(int status, JsonNode body) {

		String reason() {
			return this.body.path("reason").asString();
		}

		JsonNode data() {
			return this.body.path("data");
		}

	}

}
