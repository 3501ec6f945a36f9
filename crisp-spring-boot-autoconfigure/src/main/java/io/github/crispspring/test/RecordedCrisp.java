package io.github.crispspring.test;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.crispspring.json.CrispJson;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.http.client.reactive.MockClientHttpRequest;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.ExchangeStrategies;

/**
 * Takes the place of Crisp: notes each call, and responds with an empty object unless
 * another response was set.
 */
final class RecordedCrisp implements ExchangeFunction {

	private final List<CrispTester.Call> calls = new CopyOnWriteArrayList<>();

	private final Map<String, Object> answers = new ConcurrentHashMap<>();

	void answer(HttpMethod method, String path, Object data) {
		this.answers.put(method + " " + path, data);
	}

	/**
	 * Return the calls since a number of them.
	 */
	List<CrispTester.Call> callsSince(int count) {
		return List.copyOf(this.calls.subList(count, this.calls.size()));
	}

	int count() {
		return this.calls.size();
	}

	@Override
	public Mono<ClientResponse> exchange(ClientRequest request) {
		MockClientHttpRequest written = new MockClientHttpRequest(request.method(), request.url());
		return request.writeTo(written, ExchangeStrategies.withDefaults())
			.then(Mono.defer(written::getBodyAsString))
			.map((body) -> answer(request, body));
	}

	private ClientResponse answer(ClientRequest request, String body) {
		String path = request.url().getPath();
		this.calls.add(new CrispTester.Call(request.method(), path,
				CrispJson.mapper().readTree(body.isEmpty() ? "{}" : body)));
		return ClientResponse.create(HttpStatus.OK)
			.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
			.body(envelope(this.answers.getOrDefault(request.method() + " " + path, Map.of())))
			.build();
	}

	private String envelope(Object data) {
		return CrispJson.mapper()
			.writeValueAsString(CrispJson.mapper()
				.createObjectNode()
				.put("error", false)
				.put("reason", "tested")
				.set("data", CrispJson.copyToTree(data)));
	}

}
