package io.github.crispspring.sample.page;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * HTTP client for the endpoints of the page.
 */
public final class PageClient {

	private final HttpClient http = HttpClient.newHttpClient();

	private final int port;

	public PageClient(int port) {
		this.port = port;
	}

	public int put(String path, String body) throws IOException, InterruptedException {
		return call("PUT", path, body).statusCode();
	}

	public int post(String path, String body) throws IOException, InterruptedException {
		return call("POST", path, body).statusCode();
	}

	public String get(String path) throws IOException, InterruptedException {
		return call("GET", path, "").body();
	}

	private HttpResponse<String> call(String method, String path, String body)
			throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.header("Content-Type", "application/json")
			.method(method, HttpRequest.BodyPublishers.ofString(body))
			.build();
		return this.http.send(request, HttpResponse.BodyHandlers.ofString());
	}

}
