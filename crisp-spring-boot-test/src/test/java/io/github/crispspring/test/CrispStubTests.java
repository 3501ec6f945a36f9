package io.github.crispspring.test;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import io.github.crispspring.client.CrispApiException;
import io.github.crispspring.client.CrispNotFoundException;
import io.github.crispspring.client.CrispPages;
import io.github.crispspring.client.CrispQuotaException;
import io.github.crispspring.client.CrispRateLimitException;
import io.github.crispspring.client.CrispTransportException;
import io.github.crispspring.client.website.conversation.Conversation;
import io.github.crispspring.client.website.conversation.ConversationListQuery;
import io.github.crispspring.client.website.conversation.WebsiteConversationClient;
import io.github.crispspring.message.MessageContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Responses that a test defines.
 */
@TesterTest
class CrispStubTests {

	private static final String CONVERSATION = "/v1/website/{websiteId}/conversation/{sessionId}";

	private static final String CONVERSATIONS = "/v1/website/{websiteId}/conversations/{pageNumber}";

	@Autowired
	private CrispTester crisp;

	@Autowired
	private WebsiteConversationClient conversations;

	@Test
	void dataIsReturned() {
		this.crisp.given(HttpMethod.GET, CONVERSATION).respondWith(Map.of("session_id", "s", "topic", "Order 42"));
		assertThat(this.crisp.visitorWrites("topic?").replies()).containsExactly(MessageContent.text("Order 42"));
	}

	@Test
	void recordOfAClientIsReturnedAsItIs() {
		this.crisp.given(HttpMethod.GET, CONVERSATION).respondWith(Map.of("session_id", "s", "website_id", "w"));
		Conversation conversation = get("s");
		this.crisp.given(HttpMethod.GET, CONVERSATIONS).respondWith(List.of(conversation));
		assertThat(this.conversations.listConversations("w", 1)).containsExactly(conversation);
	}

	@Test
	void pathSelectsCalls() {
		this.crisp.given(HttpMethod.GET, CONVERSATION).respondWith(Map.of("session_id", "any"));
		this.crisp.given(HttpMethod.GET, "/v1/website/w/conversation/one").respondWith(Map.of("session_id", "one"));
		assertThat(get("one").sessionId()).isEqualTo("one");
		assertThat(get("other").sessionId()).isEqualTo("any");
	}

	@Test
	void stubThatWasCreatedLastApplies() {
		this.crisp.given(HttpMethod.GET, CONVERSATION).respondWith(Map.of("session_id", "first"));
		this.crisp.given(HttpMethod.GET, CONVERSATION).respondWith(Map.of("session_id", "second"));
		assertThat(get("s").sessionId()).isEqualTo("second");
	}

	@Test
	void queryParameterSelectsCalls() {
		this.crisp.given(HttpMethod.GET, CONVERSATIONS).respondWith(List.of());
		this.crisp.given(HttpMethod.GET, CONVERSATIONS)
			.queryParam("filter_assigned", "Größe & 42")
			.respondWith(List.of(Map.of("session_id", "found", "website_id", "w")));
		assertThat(assignedTo("Größe & 42")).extracting(Conversation::sessionId).containsExactly("found");
		assertThat(assignedTo("Größe")).isEmpty();
		assertThat(this.conversations.listConversations("w", 1)).isEmpty();
	}

	@Test
	void severalResponsesAreUsedInOrder() {
		this.crisp.given(HttpMethod.GET, CONVERSATION)
			.respondWith(Map.of("session_id", "first"))
			.respondWithError(HttpStatus.CONFLICT, "conflict")
			.respondWith(Map.of("session_id", "last"));
		assertThat(get("s").sessionId()).isEqualTo("first");
		assertThatExceptionOfType(CrispApiException.class).isThrownBy(() -> get("s"));
		assertThat(get("s").sessionId()).isEqualTo("last");
		assertThat(get("s").sessionId()).isEqualTo("last");
	}

	@ParameterizedTest
	@CsvSource({ "404, conversation_not_found", "409, conflict", "423, quota_limit_exceeded", "429, rate_limited",
			"200, failed" })
	void errorHasStatusAndReason(int status, String reason) {
		this.crisp.given(HttpMethod.GET, CONVERSATION).respondWithError(HttpStatusCode.valueOf(status), reason);
		assertThatExceptionOfType(CrispApiException.class).isThrownBy(() -> get("s")).satisfies((ex) -> {
			assertThat(ex.getStatusCode().value()).isEqualTo(status);
			assertThat(ex.getReason()).isEqualTo(reason);
		});
	}

	@Test
	void errorsHaveTheirExceptions() {
		CrispStub stub = this.crisp.given(HttpMethod.GET, CONVERSATION)
			.respondWithStatus(HttpStatus.NOT_FOUND)
			.respondWithStatus(HttpStatus.LOCKED)
			.respondWithStatus(HttpStatus.TOO_MANY_REQUESTS);
		assertThat(stub).isNotNull();
		assertThatExceptionOfType(CrispNotFoundException.class).isThrownBy(() -> get("s"));
		assertThatExceptionOfType(CrispQuotaException.class).isThrownBy(() -> get("s"));
		assertThatExceptionOfType(CrispRateLimitException.class).isThrownBy(() -> get("s"));
	}

	@Test
	void callIsRetriedAfterATransientError() {
		this.crisp.given(HttpMethod.GET, CONVERSATION)
			.respondWithStatus(HttpStatus.TOO_MANY_REQUESTS)
			.respondWith(Map.of("session_id", "s"));
		assertThat(get("s").sessionId()).isEqualTo("s");
		assertThat(this.crisp.calls()).hasSize(2);
	}

	@Test
	void failedConnectionIsATransportError() {
		this.crisp.given(HttpMethod.GET, CONVERSATION).respondWithException(new IOException("connection reset"));
		assertThatExceptionOfType(CrispTransportException.class).isThrownBy(() -> get("s"))
			.withMessageContaining("connection reset");
	}

	@Test
	void errorOfAReplyFailsTheEvent() {
		this.crisp.given(HttpMethod.POST, CONVERSATION + "/message")
			.respondWithError(HttpStatus.LOCKED, "quota_limit_exceeded");
		assertThatExceptionOfType(CrispQuotaException.class).isThrownBy(() -> this.crisp.visitorWrites("Hi"));
	}

	@Test
	void partialContentHasFurtherPages() {
		this.crisp.given(HttpMethod.GET, CONVERSATIONS).respondWith(List.of());
		this.crisp.given(HttpMethod.GET, "/v1/website/w/conversations/1")
			.respondWith(HttpStatus.PARTIAL_CONTENT, List.of(Map.of("session_id", "one", "website_id", "w")));
		this.crisp.given(HttpMethod.GET, "/v1/website/w/conversations/2")
			.respondWith(List.of(Map.of("session_id", "two", "website_id", "w")));
		assertThat(CrispPages.stream((page) -> this.conversations.listConversations("w", page)))
			.extracting(Conversation::sessionId)
			.containsExactly("one", "two");
	}

	@Test
	void existenceCheckHasTheStatusOfItsStub() {
		this.crisp.given(HttpMethod.HEAD, CONVERSATION)
			.respondWithStatus(HttpStatus.OK)
			.respondWithStatus(HttpStatus.NOT_FOUND);
		assertThat(exists("s")).isTrue();
		assertThat(exists("s")).isFalse();
	}

	@Test
	void whatCanBeReadExists() {
		this.crisp.given(HttpMethod.GET, CONVERSATION).respondWith(Map.of("session_id", "s"));
		assertThat(exists("s")).isTrue();
	}

	@Test
	void nothingExistsWithoutAStub() {
		assertThat(exists("s")).isFalse();
	}

	@Test
	void readWithoutAStubFailsWithTheStubToWrite() {
		assertThatExceptionOfType(CrispNotFoundException.class)
			.isThrownBy(() -> this.conversations.getConversationMetas("w", "s"))
			.withMessageContaining("not_stubbed")
			.withMessageContaining("CrispTester.given(HttpMethod.GET, \"/v1/website/w/conversation/s/meta\")");
	}

	@Test
	void writeWithoutAStubSucceeds() {
		this.conversations.removeConversation("w", "s");
		assertThat(this.crisp.calls()).extracting(CrispCall::method).containsExactly(HttpMethod.DELETE);
	}

	@Test
	void pathWithAQueryIsRejected() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.crisp.given(HttpMethod.GET, "/v1/website?a=b"))
			.withMessageContaining("'queryParam'");
	}

	@Test
	void statusAsDataIsRejected() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.crisp.given(HttpMethod.GET, CONVERSATION).respondWith(HttpStatus.NOT_FOUND))
			.withMessageContaining("'respondWithStatus'");
	}

	private Conversation get(String sessionId) {
		return this.conversations.getConversation("w", sessionId);
	}

	private Boolean exists(String sessionId) {
		return this.conversations.checkConversationExists("w", sessionId);
	}

	private List<Conversation> assignedTo(String userId) {
		return this.conversations.listConversations("w", 1,
				ConversationListQuery.builder().filterAssigned(userId).build());
	}

}
