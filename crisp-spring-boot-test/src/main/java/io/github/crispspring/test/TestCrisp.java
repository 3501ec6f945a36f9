package io.github.crispspring.test;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import reactor.core.publisher.Mono;

import org.springframework.http.server.PathContainer;
import org.springframework.mock.http.client.reactive.MockClientHttpRequest;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeStrategies;

/**
 * In-memory replacement for Crisp's REST API, which records calls and responds to them.
 */
final class TestCrisp {

	private final String basePath;

	private final TestConversations conversations = new TestConversations();

	private final List<CrispCall> calls = new CopyOnWriteArrayList<>();

	private final List<CrispStub> stubs = new CopyOnWriteArrayList<>();

	/**
	 * Create an instance.
	 * @param basePath the encoded path of the base URL, which precedes {@code /v1}
	 */
	TestCrisp(String basePath) {
		this.basePath = basePath;
	}

	TestConversations conversations() {
		return this.conversations;
	}

	/**
	 * Add a stub, which takes precedence over earlier ones.
	 */
	void add(CrispStub stub) {
		this.stubs.add(0, stub);
	}

	int callCount() {
		return this.calls.size();
	}

	List<CrispCall> callsSince(int count) {
		return this.calls.stream().skip(count).toList();
	}

	void reset() {
		this.calls.clear();
		this.stubs.clear();
		this.conversations.clear();
	}

	/**
	 * Respond to a request instead of the HTTP client.
	 */
	Mono<ClientResponse> exchange(ClientRequest request) {
		MockClientHttpRequest written = new MockClientHttpRequest(request.method(), request.url());
		return request.writeTo(written, ExchangeStrategies.withDefaults())
			.then(Mono.defer(written::getBodyAsString))
			.flatMap((body) -> respond(request, body).to(request));
	}

	private TestResponse respond(ClientRequest request, String body) {
		PathContainer path = path(request);
		CrispCall call = CrispCall.of(request, path, body);
		this.calls.add(call);
		return this.stubs.stream()
			.flatMap((stub) -> Stream.ofNullable(stub.response(call, path)))
			.findFirst()
			.map((response) -> apply(call, path, response))
			.orElseGet(() -> this.conversations.respond(call, path));
	}

	private TestResponse apply(CrispCall call, PathContainer path, TestResponse response) {
		if (response.isSuccess()) {
			this.conversations.write(call, path);
		}
		return response;
	}

	private PathContainer path(ClientRequest request) {
		String path = request.url().getRawPath();
		return PathContainer.parsePath(path.startsWith(this.basePath) ? path.substring(this.basePath.length()) : path);
	}

}
