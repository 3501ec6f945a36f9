package io.github.crispspring.client.website.batch;

import java.util.List;
import java.util.Optional;

import io.github.crispspring.json.CrispJson;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the operations in which {@code null} has a meaning.
 */
class WebsiteBatchOperationTests {

	private static final List<String> SESSIONS = List.of("session_1");

	@Test
	void conversationsAreAssigned() {
		assertThat(json(WebsiteBatchRoutingOperation.assign(SESSIONS, "user_1")))
			.isEqualTo("{\"sessions\":[\"session_1\"],\"assigned\":{\"user_id\":\"user_1\"}}");
	}

	@Test
	void nobodyIsSentAsNull() {
		assertThat(json(WebsiteBatchRoutingOperation.unassign(SESSIONS)))
			.isEqualTo("{\"sessions\":[\"session_1\"],\"assigned\":null}");
	}

	@Test
	void conversationsAreMoved() {
		assertThat(json(WebsiteBatchInboxOperation.move(SESSIONS, "inbox_1")))
			.isEqualTo("{\"sessions\":[\"session_1\"],\"inbox_id\":\"inbox_1\"}");
	}

	@Test
	void mainInboxIsSentAsNull() {
		assertThat(json(WebsiteBatchInboxOperation.moveToMain(SESSIONS)))
			.isEqualTo("{\"sessions\":[\"session_1\"],\"inbox_id\":null}");
	}

	@Test
	void inboxIsLeftOutUnlessGiven() {
		assertThat(json(WebsiteBatchConversationsOperation.of(SESSIONS))).isEqualTo("{\"sessions\":[\"session_1\"]}");
		assertThat(json(new WebsiteBatchConversationsOperation(Optional.empty(), SESSIONS)))
			.isEqualTo("{\"inbox_id\":null,\"sessions\":[\"session_1\"]}");
		assertThat(json(new WebsiteBatchConversationsOperation(Optional.of("inbox_1"), SESSIONS)))
			.isEqualTo("{\"inbox_id\":\"inbox_1\",\"sessions\":[\"session_1\"]}");
	}

	private String json(Object operation) {
		return CrispJson.mapper().writeValueAsString(operation);
	}

}
