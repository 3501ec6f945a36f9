package io.github.crispspring.embedded;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The REST API of an embedded Crisp, where it stores, lists and rejects.
 */
class RestTests {

	private static EmbeddedCrisp crisp;

	private static RestTester rest;

	@BeforeAll
	static void start() {
		crisp = EmbeddedCrisp.builder().transport(EmbeddedCrisp.Transport.RTM).start();
		rest = new RestTester(crisp, "user");
	}

	@AfterAll
	static void stop() {
		crisp.close();
	}

	@BeforeEach
	void reset() {
		crisp.reset();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			GET    | website/W/conversation/session_x          |                      | 404 | conversation_not_found
			HEAD   | website/W/conversation/session_x          |                      | 404 |
			PATCH  | website/W/conversation/session_x/state    | {"state":"resolved"} | 404 | conversation_not_found
			POST   | website/W/conversation/session_x/message  | {}                   | 404 | conversation_not_found
			GET    | website/W/people/profile/x                |                      | 404 | not_found
			PUT    | website/W/inbox/x                         | {"name":"x"}         | 404 | not_found
			DELETE | website/W/team/x                          |                      | 404 | not_found
			GET    | website/x/settings                        |                      | 404 | not_subscribed
			GET    | plugins/subscription/W/x/settings         |                      | 404 | not_subscribed
			GET    | nothing                                   |                      | 404 | not_found
			POST   | website/W/helpdesk/locale                 | {}                   | 400 | invalid_data
			POST   | website/W/helpdesk/locale                 | {"locale":1}         | 400 | invalid_data
			POST   | website/W/helpdesk/locale                 | {                    | 400 | invalid_data
			GET    | website/W/people/profiles/0               |                      | 400 | invalid_data
			GET    | plugin/connect/account                    |                      | 405 | restricted_route_tier
			""")
	void wrongInputIsRejected(String method, String path, String body, int status, String reason) {
		RestTester.Response response = rest.call(method, path, (body != null) ? body : "");
		assertThat(response.status()).isEqualTo(status);
		assertThat(response.reason()).isEqualTo((reason != null) ? reason : "");
	}

	@Test
	void rejectionNamesTheProperty() {
		String session = crisp.visitor("Ada").conversation().sessionId();
		RestTester.Response response = rest.call("PATCH", "website/W/conversation/" + session + "/read",
				"{\"from\":\"operator\"}");
		assertThat(response.data().path("message").asString())
			.isEqualTo("data should have required property '.origin'");
	}

	@Test
	void otherTokenIsRejected() {
		RestTester.Response response = rest.call("GET", "website/W/settings", "", crisp.identifier() + ":other");
		assertThat(response.status()).isEqualTo(401);
		assertThat(response.reason()).isEqualTo("invalid_session");
	}

	@Test
	void documentIsCreatedChangedListedAndRemoved() {
		String id = rest.create("website/W/inbox", "{\"name\":\"Sales\",\"operators\":[\"o\"]}", "inbox_id");
		rest.call("PUT", "website/W/inbox/" + id, "{\"name\":\"Support\"}");
		JsonNode inbox = rest.get("website/W/inboxes/list/1").data().path(0);
		assertThat(inbox.path("inbox_id").asString()).isEqualTo(id);
		assertThat(inbox.path("name").asString()).isEqualTo("Support");
		assertThat(inbox.path("operators")).isEmpty();
		rest.call("DELETE", "website/W/inbox/" + id, "");
		assertThat(rest.get("website/W/inboxes/list/1").data()).isEmpty();
	}

	@Test
	void settingsAreMerged() {
		rest.call("PATCH", "website/W/settings", "{\"contact\":{\"email\":\"new@example.com\"}}");
		JsonNode settings = rest.get("website/W/settings").data();
		assertThat(settings.path("contact").path("email").asString()).isEqualTo("new@example.com");
		assertThat(settings.path("name").asString()).isNotEmpty();
	}

	@Test
	void listHasPages() {
		for (int i = 0; i < 25; i++) {
			rest.create("website/W/people/profile", "{\"email\":\"p%d@example.com\"}".formatted(i), "people_id");
		}
		assertThat(rest.get("website/W/people/profiles/1").data()).hasSize(20);
		assertThat(rest.get("website/W/people/profiles/2").data()).hasSize(5);
		assertThat(rest.get("website/W/people/profiles/3").data()).isEmpty();
	}

	@Test
	void peopleAreSearchedAndFiltered() {
		rest.create("website/W/people/profile", "{\"email\":\"ada@example.com\",\"segments\":[\"vip\"]}", "");
		rest.create("website/W/people/profile", "{\"email\":\"bob@example.com\"}", "");
		assertThat(emails("search_text=BOB")).containsExactly("bob@example.com");
		assertThat(emails("search_filter=%5B%7B%22model%22:%22people%22,%22criterion%22:%22segments%22,"
				+ "%22operator%22:%22eq%22,%22query%22:%5B%22vip%22%5D%7D%5D"))
			.containsExactly("ada@example.com");
	}

	private static List<String> emails(String query) {
		return rest.get("website/W/people/profiles/1?" + query)
			.data()
			.valueStream()
			.map((profile) -> profile.path("email").asString())
			.toList();
	}

	@Test
	void peopleAreChangedInABatch() {
		String ada = rest.create("website/W/people/profile", "{\"email\":\"ada@example.com\"}", "people_id");
		String bob = rest.create("website/W/people/profile", "{\"email\":\"bob@example.com\"}", "people_id");
		rest.call("PATCH", "website/W/batch/segments",
				"{\"people\":{\"profiles\":[\"%s\"]},\"segments\":[\"vip\"]}".formatted(ada));
		rest.call("PATCH", "website/W/batch/remove", "{\"people\":{\"profiles\":[\"%s\"]}}".formatted(bob));
		assertThat(emails("")).containsExactly("ada@example.com");
		assertThat(rest.get("website/W/people/profile/" + ada).data().path("segments").path(0).asString())
			.isEqualTo("vip");
	}

	@Test
	void conversationsAreFiltered() {
		crisp.visitor("Ada").writes("Hi").state("resolved");
		String session = crisp.visitor("Bob").writes("Hello").assign(crisp.operators().get(0)).sessionId();
		for (String filter : new String[] { "filter_not_resolved=1",
				"filter_assigned=" + crisp.operators().get(0).userId(), "search_query=hello&search_type=text" }) {
			JsonNode found = rest.get("website/W/conversations/1?" + filter).data();
			assertThat(found).as(filter).hasSize(1);
			assertThat(found.path(0).path("session_id").asString()).isEqualTo(session);
		}
	}

	@Test
	void partOfTheMessagesHasStatus206() {
		EmbeddedVisitor visitor = crisp.visitor("Ada");
		for (int i = 0; i < 21; i++) {
			visitor.writes("Message " + i);
		}
		String path = "website/W/conversation/" + visitor.conversation().sessionId() + "/messages";
		RestTester.Response last = rest.get(path);
		assertThat(last.status()).isEqualTo(206);
		assertThat(last.data()).hasSize(20);
		RestTester.Response first = rest.get(path + "?timestamp_before=" + last.data().path(0).path("timestamp"));
		assertThat(first.status()).isEqualTo(200);
		assertThat(first.data()).hasSize(1);
	}

	@Test
	void messageRaisesAnEvent() {
		String session = crisp.visitor("Ada").writes("Hi").sessionId();
		rest.create("website/W/conversation/" + session + "/message",
				"{\"type\":\"text\",\"from\":\"operator\",\"origin\":\"chat\",\"content\":\"Hello\"}", "fingerprint");
		rest.call("PATCH", "website/W/conversation/" + session + "/state", "{\"state\":\"resolved\"}");
		rest.call("PATCH", "website/W/conversation/" + session + "/meta", "{\"email\":\"ada@example.com\"}");
		assertThat(crisp.deliveries()).extracting(EmbeddedDelivery::event)
			.containsSubsequence("message:send", "message:received", "session:set_state", "session:set_email");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					POST   | website/W/people/profile                        | {"email":"a@example.com"}          | people:profile:created
					POST   | bucket/url/generate                             | {"namespace":"upload","id":"1","file":{}} | bucket:url:upload:generated
					GET    | media/animation/list/1?list_id=1&search_query=a |                                    | media:animation:listed
					PATCH  | plugins/subscription/W/P/settings               | {"greeting":"Hi"}                  | plugin:settings:saved
					POST   | plugins/subscription/W/P/event                  | {"name":"sold","data":{}}          | plugin:event
					POST   | plans/subscription/W                            | {"plan_id":"pro"}                  | plan:subscription:updated
					POST   | website/W/conversations/spam/S/decision         | {"action":"reject"}                | spam:decision
					""")
	void callRaisesItsEvent(String method, String path, String body, String event) {
		String spam = rest.get("website/W/conversations/spams/1").data().path(0).path("spam_id").asString();
		RestTester.Response response = rest.call(method,
				path.replace("/P/", "/" + crisp.pluginId() + "/").replace("/S/", "/" + spam + "/"),
				(body != null) ? body : "");
		assertThat(response.status()).as(response.json().toString()).isLessThan(300);
		assertThat(crisp.deliveries()).extracting(EmbeddedDelivery::event).contains(event);
	}

	@Test
	void faultsRejectTheNextCalls() {
		crisp.faults().rateLimit(Duration.ofSeconds(7), 1).serverError(503, 1);
		RestTester.Response limited = rest.get("website/W/settings");
		assertThat(limited.status()).isEqualTo(429);
		assertThat(limited.response().headers().firstValue("Retry-After")).contains("7");
		assertThat(rest.get("website/W/settings").status()).isEqualTo(503);
		assertThat(rest.get("website/W/settings").status()).isEqualTo(200);
	}

	@Test
	void faultCutsTheConnection() {
		crisp.faults().cutConnection(1);
		assertThatIllegalStateException().isThrownBy(() -> rest.call("POST", "website/W/analytics/generate", "{}"));
		assertThat(crisp.awaitCall((call) -> call.status() == 0).method()).isEqualTo("POST");
	}

	@Test
	void faultDelaysTheResponse() {
		crisp.faults().slow(Duration.ofMillis(150), 1);
		rest.get("website/W/settings");
		assertThat(crisp.calls().get(0).duration()).isGreaterThanOrEqualTo(Duration.ofMillis(150));
	}

	@Test
	void faultsRejectCredentialsAndQuota() {
		crisp.faults().exceedQuota(true);
		assertThat(rest.get("website/W/settings").status()).isEqualTo(423);
		crisp.faults().rejectCredentials(true);
		assertThat(rest.get("website/W/settings").status()).isEqualTo(401);
	}

	@Test
	void callsBeyondTheQuotaAreRejectedUntilAReset() {
		crisp.faults().quota(2);
		assertThat(rest.get("website/W/settings").status()).isEqualTo(200);
		assertThat(rest.get("website/W/settings").status()).isEqualTo(200);
		RestTester.Response exceeded = rest.get("website/W/settings");
		assertThat(exceeded.status()).isEqualTo(423);
		assertThat(exceeded.json().path("reason").asString()).isEqualTo("quota_limit_exceeded");
		crisp.faults().reset();
		assertThat(rest.get("website/W/settings").status()).isEqualTo(200);
	}

	@Test
	void reportedUsageIsBilled() {
		String path = "plugins/subscription/W/" + crisp.pluginId() + "/bill/usage";
		assertThat(rest.get(path).data()).isEmpty();
		new RestTester(crisp, "plugin").call("POST", path,
				"{\"name\":\"Paid messages sent\",\"units\":250,\"price\":0.1}");
		assertThat(rest.get(path).data().path(0).path("units").asInt()).isEqualTo(250);
	}

	@Test
	void callsAreRecordedWithTheirBodiesButWithoutCredentials() {
		String session = crisp.visitor("Ada").writes("Hi").sessionId();
		rest.call("PATCH", "website/W/conversation/" + session + "/state", "{\"state\":\"resolved\"}");
		EmbeddedCall call = crisp.calls().get(0);
		assertThat(call.name()).isEqualTo("website.changeConversationState");
		assertThat(call.requestBody()).isEqualTo("{\"state\":\"resolved\"}");
		assertThat(call.responseBody()).contains("updated");
		assertThat(call.sessionId()).isEqualTo(session);
		assertThat(call.deliveryId()).isNotNull();
	}

	@Test
	void bodyBeyondTheLimitIsRejected() {
		String session = crisp.visitor("Ada").writes("Hi").sessionId();
		String path = "website/W/conversation/" + session + "/message";
		String message = "{\"type\":\"text\",\"from\":\"operator\",\"origin\":\"chat\",\"content\":\"%s\"}";
		int length = RestServer.BODY_LIMIT - message.length() + 2;
		assertThat(rest.call("POST", path, message.formatted("x".repeat(length))).status()).isEqualTo(202);
		RestTester.Response rejected = rest.call("POST", path, message.formatted("x".repeat(length + 1)));
		assertThat(rejected.status()).isEqualTo(413);
		assertThat(rejected.json().path("error").asBoolean()).isTrue();
		assertThat(rejected.reason()).isEqualTo("payload_too_large");
		assertThat(crisp.conversation(session).messages()).hasSize(2);
	}

	@Test
	void longBodyIsRecordedInPart() {
		String session = crisp.visitor("Ada").writes("x".repeat(RestServer.RECORD_LIMIT)).sessionId();
		String body = "{\"nickname\":\"" + "y".repeat(RestServer.RECORD_LIMIT) + "\"}";
		rest.call("PATCH", "website/W/conversation/" + session + "/meta", body);
		rest.get("website/W/conversation/" + session + "/messages");
		assertThat(crisp.calls().get(0).requestBody()).isEqualTo(body.substring(0, RestServer.RECORD_LIMIT));
		assertThat(crisp.calls().get(1).responseBody()).hasSize(RestServer.RECORD_LIMIT);
	}

}
