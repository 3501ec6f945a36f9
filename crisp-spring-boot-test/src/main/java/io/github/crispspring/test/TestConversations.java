package io.github.crispspring.test;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.github.crispspring.json.CrispJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The conversations of a test, which the application reads and writes through the REST
 * API. Nothing else exists without a stub.
 */
final class TestConversations {

	private static final PathPattern NEW_CONVERSATION = PathPatternParser.defaultInstance
		.parse("/v1/website/{websiteId}/conversation");

	private static final PathPattern CONVERSATION = pattern("");

	private static final PathPattern MESSAGES = pattern("/messages");

	private static final PathPattern MESSAGE = pattern("/message");

	private static final PathPattern MESSAGE_BY_FINGERPRINT = pattern("/message/{fingerprint}");

	private final Map<Key, TestHistory> histories = new ConcurrentHashMap<>();

	private static PathPattern pattern(String suffix) {
		return PathPatternParser.defaultInstance.parse("/v1/website/{websiteId}/conversation/{sessionId}" + suffix);
	}

	TestHistory get(String websiteId, String sessionId) {
		return this.histories.computeIfAbsent(new Key(websiteId, sessionId),
				(key) -> new TestHistory(websiteId, sessionId));
	}

	void clear() {
		this.histories.clear();
	}

	/**
	 * Respond to a call without a stub.
	 */
	TestResponse respond(CrispCall call, PathContainer path) {
		if (!call.method().equals(HttpMethod.GET) && !call.method().equals(HttpMethod.HEAD)) {
			JsonNode written = write(call, path);
			return TestResponse.success(HttpStatus.OK, (written != null) ? written : Map.of());
		}
		JsonNode data = read(call, path);
		return (data != null) ? TestResponse.success(HttpStatus.OK, data) : TestResponse.notStubbed(call);
	}

	private @Nullable JsonNode read(CrispCall call, PathContainer path) {
		if (MESSAGES.matches(path)) {
			return history(MESSAGES, path).list(time(call, "timestamp_after", Instant.MIN),
					time(call, "timestamp_before", Instant.MAX));
		}
		if (MESSAGE_BY_FINGERPRINT.matches(path)) {
			return history(MESSAGE_BY_FINGERPRINT, path).find(variable(MESSAGE_BY_FINGERPRINT, path, "fingerprint"));
		}
		if (CONVERSATION.matches(path)) {
			TestHistory history = history(CONVERSATION, path);
			return history.exists() ? history.conversation() : null;
		}
		return null;
	}

	/**
	 * Apply a call that writes.
	 * @return the data of the response, or {@code null} if there is none
	 */
	@Nullable JsonNode write(CrispCall call, PathContainer path) {
		if (call.method().equals(HttpMethod.POST) && MESSAGE.matches(path)) {
			return CrispJson.mapper().createObjectNode().put("fingerprint", history(MESSAGE, path).send(call.body()));
		}
		if (call.method().equals(HttpMethod.POST) && NEW_CONVERSATION.matches(path)) {
			TestHistory history = get(variable(NEW_CONVERSATION, path, "websiteId"), "session_" + UUID.randomUUID());
			history.open();
			return history.conversation();
		}
		if (MESSAGE_BY_FINGERPRINT.matches(path)) {
			TestHistory history = history(MESSAGE_BY_FINGERPRINT, path);
			String fingerprint = variable(MESSAGE_BY_FINGERPRINT, path, "fingerprint");
			if (call.method().equals(HttpMethod.PATCH)) {
				history.edit(fingerprint, call.body().path("content"));
			}
			else if (call.method().equals(HttpMethod.DELETE)) {
				history.remove(fingerprint);
			}
		}
		return null;
	}

	private TestHistory history(PathPattern pattern, PathContainer path) {
		return get(variable(pattern, path, "websiteId"), variable(pattern, path, "sessionId"));
	}

	private static String variable(PathPattern pattern, PathContainer path, String name) {
		PathPattern.PathMatchInfo match = pattern.matchAndExtract(path);
		return (match != null) ? match.getUriVariables().getOrDefault(name, "") : "";
	}

	private static Instant time(CrispCall call, String queryParam, Instant defaultTime) {
		String value = call.queryParams().getFirst(queryParam);
		Instant time = (value != null) ? CrispJson.readInstant(StringNode.valueOf(value)) : null;
		return (time != null) ? time : defaultTime;
	}

	/**
	 * The identity of a conversation.
	 *
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 */
	private record Key(String websiteId, String sessionId) {

	}

}
