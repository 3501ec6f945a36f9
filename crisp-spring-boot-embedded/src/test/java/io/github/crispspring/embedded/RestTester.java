package io.github.crispspring.embedded;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the REST API of an embedded Crisp without a client.
 */
final class RestTester {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final EmbeddedCrisp crisp;

	private final String tier;

	RestTester(EmbeddedCrisp crisp, String tier) {
		this.crisp = crisp;
		this.tier = tier;
	}

	/**
	 * Make a call. In the path, {@code W} stands for the website.
	 */
	Response call(String method, String path, String body) {
		return call(method, path, body, this.crisp.identifier() + ":" + this.crisp.key());
	}

	Response call(String method, String path, String body, String token) {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create(this.crisp.url() + "/v1/" + path.replace("/W", "/" + this.crisp.websiteId())))
			.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(token.getBytes()))
			.header("X-Crisp-Tier", this.tier)
			.method(method, HttpRequest.BodyPublishers.ofString(body))
			.build();
		try {
			HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
			String text = response.body();
			return new Response(response.statusCode(), JsonMapper.shared().readTree(text.isEmpty() ? "{}" : text),
					response);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	Response get(String path) {
		return call("GET", path, "");
	}

	/**
	 * Create something, and return its identifier.
	 */
	String create(String path, String body, String identifier) {
		Response response = call("POST", path, body);
		if (response.status() >= 400) {
			throw new IllegalStateException(path + ": " + response.json());
		}
		return response.json().path("data").path(identifier).asString("");
	}

	record Response(int status, JsonNode json, HttpResponse<String> response) {

		String reason() {
			return this.json.path("reason").asString("");
		}

		JsonNode data() {
			return this.json.path("data");
		}

	}

}
