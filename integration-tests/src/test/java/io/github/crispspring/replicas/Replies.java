package io.github.crispspring.replicas;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import tools.jackson.databind.json.JsonMapper;

/**
 * Crisp's REST API, which remembers what was answered to whom.
 */
final class Replies implements AutoCloseable {

	private final WireMockServer server = new WireMockServer(WireMockConfiguration.options().dynamicPort());

	Replies() {
		this.server.start();
		this.server.stubFor(WireMock.any(WireMock.anyUrl())
			.willReturn(WireMock.okJson("{\"error\":false,\"reason\":\"dispatched\",\"data\":{\"fingerprint\":1}}")));
	}

	String url() {
		return this.server.baseUrl();
	}

	/**
	 * Return the answers to each message, the oldest first.
	 */
	Map<Long, List<Reply>> byMessage() {
		return this.server.getAllServeEvents()
			.stream()
			.map((event) -> reply(event.getRequest().getBodyAsString(), event.getRequest().getLoggedDate().toInstant()))
			.sorted(Comparator.comparing(Reply::time))
			.collect(Collectors.groupingBy(Reply::message));
	}

	private static Reply reply(String body, Instant time) {
		String[] content = JsonMapper.shared().readTree(body).get("content").asString().split(" ");
		return new Reply(Long.parseLong(content[0]), content[1], time);
	}

	@Override
	public void close() {
		this.server.stop();
	}

	/**
	 * An answer to a message.
	 *
	 * @param message the number of the message
	 * @param replica the name of the instance that answered
	 * @param time when it did
	 */
	record Reply(long message, String replica, Instant time) {

	}

}
