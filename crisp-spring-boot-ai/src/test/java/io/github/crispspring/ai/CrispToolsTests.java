package io.github.crispspring.ai;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.github.crispspring.client.website.conversation.ConversationMeta;
import io.github.crispspring.client.website.people.PeopleProfileRequest;
import io.github.crispspring.embedded.EmbeddedCall;
import io.github.crispspring.embedded.EmbeddedConversation;
import io.github.crispspring.embedded.EmbeddedMessage;
import io.github.crispspring.embedded.EmbeddedOperator;
import io.github.crispspring.model.PeopleProfilePerson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.ToolCallbackProvider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link CrispTools}.
 */
class CrispToolsTests {

	private static final String OTHER_WEBSITE = "11111111-2222-4333-8444-555555555555";

	private static final String[] READING = { "crisp_get_conversation", "crisp_get_person", "crisp_list_operators",
			"crisp_list_segments", "crisp_list_websites", "crisp_read_messages", "crisp_search_articles",
			"crisp_search_conversations" };

	private static final String[] WRITING = { "crisp_add_note", "crisp_assign", "crisp_change_segments",
			"crisp_change_state", "crisp_reply" };

	private static AiTester tester;

	@BeforeAll
	static void start() {
		tester = new AiTester();
	}

	@AfterAll
	static void stop() {
		tester.close();
	}

	@BeforeEach
	void reset() {
		tester.crisp().reset();
	}

	@Test
	void thereAreNoToolsWithoutWebsites() {
		assertThat(tester.tools(new CrispAiProperties.Tools(Set.of(), false, false, 20, 4000)).getToolCallbacks())
			.isEmpty();
	}

	@Test
	void toolsOnlyReadByDefault() {
		assertThat(AiTester.names(tester.tools(false))).containsExactly(READING);
	}

	@Test
	void toolsWriteIfEnabled() {
		assertThat(AiTester.names(tester.tools(true)))
			.containsExactlyInAnyOrder(Stream.concat(Stream.of(READING), Stream.of(WRITING)).toArray(String[]::new));
	}

	@Test
	void everyToolAndArgumentIsDescribed() {
		assertThat(tester.tools(true).getToolCallbacks()).isNotEmpty().allSatisfy((tool) -> {
			assertThat(tool.getToolDefinition().description()).hasSizeGreaterThan(40).doesNotContain("\n");
			JsonNode schema = JsonMapper.shared().readTree(tool.getToolDefinition().inputSchema());
			assertThat(schema.path("properties").valueStream())
				.allSatisfy((argument) -> assertThat(argument.path("description").asString("")).isNotEmpty());
		});
	}

	@Test
	void conversationIsFoundByItsText() {
		EmbeddedConversation refund = tester.crisp().visitor("Ada").writes("I want a refund");
		tester.crisp().visitor("Bob").writes("Where is my parcel?");
		JsonNode found = AiTester.call(tester.tools(false), "crisp_search_conversations", "text", "refund");
		assertThat(found).singleElement().satisfies((conversation) -> {
			assertThat(conversation.path("sessionId").asString()).isEqualTo(refund.sessionId());
			assertThat(conversation.path("visitorName").asString()).isEqualTo("Ada");
			assertThat(conversation.path("lastMessage").asString()).isEqualTo("I want a refund");
		});
	}

	@Test
	void messagesAreReadOldestFirstWithTheirAuthors() {
		EmbeddedConversation conversation = tester.crisp().visitor("Ada").writes("Hi");
		conversation.write(operator(), "Hello, how can I help?");
		AiTester.call(tester.tools(true), "crisp_reply", "sessionId", conversation.sessionId(), "text", "I am a bot");
		JsonNode messages = AiTester.call(tester.tools(false), "crisp_read_messages", "sessionId",
				conversation.sessionId());
		assertThat(messages.valueStream()
			.map((message) -> message.path("from").asString() + ": " + message.path("text").asString()))
			.containsExactly("visitor: Hi", "operator: Hello, how can I help?", "bot: I am a bot");
	}

	@Test
	void olderMessagesAreReadByTime() {
		EmbeddedConversation conversation = tester.crisp().visitor("Ada").writes("One");
		conversation.write(operator(), "Two");
		EmbeddedMessage last = conversation.messages().get(1);
		JsonNode messages = AiTester.call(tester.tools(false), "crisp_read_messages", "sessionId",
				conversation.sessionId(), "before", last.timestamp().toString());
		assertThat(messages.valueStream().map((message) -> message.path("text").asString())).containsExactly("One");
	}

	@Test
	void privateNotesAreReturnedOnlyIfEnabled() {
		EmbeddedConversation conversation = tester.crisp().visitor("Ada").writes("Hi");
		conversation.note(operator(), "A difficult customer");
		String[] arguments = { "sessionId", conversation.sessionId() };
		assertThat(AiTester.call(tester.tools(false), "crisp_read_messages", arguments)).hasSize(1);
		CrispTools withNotes = tester
			.tools(new CrispAiProperties.Tools(Set.of(tester.websiteId()), false, true, 20, 4000));
		JsonNode messages = AiTester.call(withNotes, "crisp_read_messages", arguments);
		assertThat(messages.path(1).path("text").asString()).isEqualTo("A difficult customer");
		assertThat(messages.path(1).path("privateNote").asBoolean()).isTrue();
	}

	@Test
	void messagesBeforeManyPrivateNotesAreRead() {
		EmbeddedConversation conversation = tester.crisp().visitor("Ada").writes("I want a refund");
		for (int i = 0; i < 50; i++) {
			conversation.note(operator(), "Note " + i);
		}
		JsonNode messages = AiTester.call(tester.tools(false), "crisp_read_messages", "sessionId",
				conversation.sessionId());
		assertThat(messages).singleElement()
			.satisfies((message) -> assertThat(message.path("text").asString()).isEqualTo("I want a refund"));
	}

	@Test
	void privateNoteIsTheLastMessageOfASummaryOnlyIfEnabled() {
		EmbeddedConversation conversation = tester.crisp().visitor("Ada").writes("Hi");
		conversation.note(operator(), "A difficult customer");
		assertThat(lastMessages(tester.tools(false), conversation)).containsOnly("");
		CrispTools withNotes = tester
			.tools(new CrispAiProperties.Tools(Set.of(tester.websiteId()), false, true, 20, 4000));
		assertThat(lastMessages(withNotes, conversation)).containsOnly("A difficult customer");
	}

	private static List<String> lastMessages(CrispTools tools, EmbeddedConversation conversation) {
		JsonNode found = AiTester.call(tools, "crisp_search_conversations");
		JsonNode read = AiTester.call(tools, "crisp_get_conversation", "sessionId", conversation.sessionId());
		return Stream.of(found.path(0), read.path("conversation"))
			.map((summary) -> summary.path("lastMessage").asString(""))
			.toList();
	}

	@Test
	void resultsAreLimitedInNumberAndLength() {
		EmbeddedConversation conversation = tester.crisp().visitor("Ada").writes("x".repeat(500));
		conversation.write(operator(), "y".repeat(500));
		conversation.write(operator(), "z".repeat(500));
		CrispTools tools = tester.tools(new CrispAiProperties.Tools(Set.of(tester.websiteId()), false, false, 2, 100));
		JsonNode messages = AiTester.call(tools, "crisp_read_messages", "sessionId", conversation.sessionId());
		assertThat(messages.valueStream().map((message) -> message.path("text").asString()))
			.containsExactly("y".repeat(100) + "… [cut off]", "z".repeat(100) + "… [cut off]");
	}

	@Test
	void customDataIsLimited() {
		EmbeddedConversation conversation = tester.crisp().visitor("Ada").writes("Hi");
		tester.client()
			.updateConversationMetas(tester.websiteId(), conversation.sessionId(),
					ConversationMeta.builder().data(Map.of("plan", "p".repeat(500))).build());
		CrispTools tools = tester.tools(new CrispAiProperties.Tools(Set.of(tester.websiteId()), false, false, 2, 100));
		JsonNode details = AiTester.call(tools, "crisp_get_conversation", "sessionId", conversation.sessionId());
		assertThat(details.path("data").path("plan").asString()).isEqualTo("p".repeat(100) + "… [cut off]");
	}

	@Test
	void personIsFoundByEmail() {
		tester.client()
			.addNewPeopleProfile(tester.websiteId(),
					PeopleProfileRequest.builder()
						.email("ada@example.com")
						.person(PeopleProfilePerson.builder().nickname("Ada").build())
						.segments(List.of("vip"))
						.build());
		tester.client()
			.addNewPeopleProfile(tester.websiteId(), PeopleProfileRequest.builder().email("bob@example.com").build());
		JsonNode people = AiTester.call(tester.tools(false), "crisp_get_person", "email", "ada@example.com");
		assertThat(people).singleElement().satisfies((person) -> {
			assertThat(person.path("name").asString()).isEqualTo("Ada");
			assertThat(person.path("segments").path(0).asString()).isEqualTo("vip");
		});
	}

	@Test
	void operatorsAreListed() {
		JsonNode operators = AiTester.call(tester.tools(false), "crisp_list_operators");
		assertThat(operators.valueStream().map((operator) -> operator.path("operatorId").asString()))
			.containsExactlyElementsOf(tester.crisp().operators().stream().map(EmbeddedOperator::userId).toList());
	}

	@Test
	void segmentsAreListed() {
		assertThat(AiTester.call(tester.tools(false), "crisp_list_segments")).isNotEmpty()
			.allSatisfy((segment) -> assertThat(segment.asString()).isNotBlank());
	}

	@Test
	void articlesAreFoundWithTheirUrls() {
		tester.publish("Refunds", "We refund within 30 days.");
		tester.publish("Shipping", "Parcels take two days.");
		JsonNode articles = AiTester.call(tester.tools(false), "crisp_search_articles", "question",
				"How do I get a refund?");
		assertThat(articles).singleElement().satisfies((article) -> {
			assertThat(article.path("title").asString()).isEqualTo("Refunds");
			assertThat(article.path("text").asString()).contains("within 30 days");
			assertThat(article.path("url").asString()).startsWith("https://");
		});
	}

	@Test
	void conversationIsChanged() {
		EmbeddedConversation conversation = tester.crisp().visitor("Ada").writes("Hi");
		String session = conversation.sessionId();
		CrispTools tools = tester.tools(true);
		AiTester.call(tools, "crisp_reply", "sessionId", session, "text", "Done");
		AiTester.call(tools, "crisp_add_note", "sessionId", session, "text", "Refunded");
		AiTester.call(tools, "crisp_assign", "sessionId", session, "operatorId", operator().userId());
		AiTester.call(tools, "crisp_change_state", "sessionId", session, "state", "resolved");
		assertThat(conversation.messages()).extracting(EmbeddedMessage::type, EmbeddedMessage::text)
			.contains(tuple("text", "Done"), tuple("note", "Refunded"));
		assertThat(conversation.assigned()).isEqualTo(operator().userId());
		assertThat(conversation.state()).isEqualTo("resolved");
	}

	@Test
	void otherSegmentsAreKept() {
		String session = tester.crisp().visitor("Ada").writes("Hi").sessionId();
		tester.client()
			.updateConversationMetas(tester.websiteId(), session,
					ConversationMeta.builder().segments(List.of("vip", "open")).build());
		AiTester.tool(tester.tools(true), "crisp_change_segments").call("""
				{"sessionId": "%s", "add": ["refund"], "remove": ["open"]}""".formatted(session));
		assertThat(tester.client().getConversationMetas(tester.websiteId(), session).segments())
			.containsExactlyInAnyOrder("vip", "refund");
	}

	@ParameterizedTest
	@ValueSource(strings = { "crisp_search_conversations", "crisp_list_operators", "crisp_list_segments",
			"crisp_get_person", "crisp_read_messages", "crisp_get_conversation", "crisp_search_articles", "crisp_reply",
			"crisp_add_note", "crisp_assign", "crisp_change_state", "crisp_change_segments" })
	void websiteThatIsNotNamedIsRejectedBeforeAnyCall(String tool) {
		String session = tester.crisp().visitor("Ada").writes("Hi").sessionId();
		assertThat(AiTester.error(tester.tools(true), tool, "websiteId", OTHER_WEBSITE, "sessionId", session, "text",
				"Hi", "email", "ada@example.com", "question", "What?", "state", "resolved"))
			.isEqualTo("Access to this website is not allowed.");
		assertThat(tester.crisp().calls()).isEmpty();
	}

	@Test
	void websiteIsRequiredIfThereAreSeveral() {
		CrispTools tools = tester
			.tools(new CrispAiProperties.Tools(Set.of(tester.websiteId(), OTHER_WEBSITE), false, false, 20, 4000));
		assertThat(AiTester.error(tools, "crisp_search_conversations")).contains("'websiteId' is required");
		assertThat(AiTester.call(tools, "crisp_list_websites")).hasSize(2);
	}

	@Test
	void conversationOfAnotherWebsiteIsRejected() {
		String session = tester.crisp().visitor("Ada").writes("Secret").sessionId();
		CrispTools tools = tester.tools(new CrispAiProperties.Tools(Set.of(OTHER_WEBSITE), true, false, 20, 4000));
		assertThat(AiTester.error(tools, "crisp_read_messages", "sessionId", session))
			.isEqualTo("It does not exist on this website. Check the identifiers.");
		assertThat(AiTester.error(tools, "crisp_reply", "sessionId", session, "text", "Hi"))
			.isEqualTo("It does not exist on this website. Check the identifiers.");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "../../other/conversation/session_1", "session_1/messages", "session_1?x=1", "", "%2e%2e" })
	void identifierThatIsNoneIsRejectedBeforeAnyCall(String session) {
		assertThat(AiTester.error(tester.tools(true), "crisp_reply", "sessionId", session, "text", "Hi"))
			.isEqualTo("'sessionId' is missing or malformed.");
		assertThat(tester.crisp().calls()).isEmpty();
	}

	@Test
	void errorsContainNeitherAddressNorCredentials() {
		tester.crisp().faults().rejectCredentials(true);
		String rejected = AiTester.error(tester.tools(false), "crisp_search_conversations");
		tester.crisp().faults().reset();
		tester.crisp().faults().exceedQuota(true);
		String exceeded = AiTester.error(tester.tools(false), "crisp_search_conversations");
		assertThat(List.of(rejected, exceeded)).allSatisfy((error) -> assertThat(error).endsWith(".")
			.doesNotContain("http", "/v1", "127.0.0.1", tester.crisp().identifier(), tester.crisp().key()));
		assertThat(exceeded).startsWith("Too many calls");
	}

	@Test
	void argumentsThatDoNotMatchAreRejectedInPlainText() {
		ToolCallback tool = AiTester.tool(tester.tools(false), "crisp_search_conversations");
		assertThat(List.of("{\"page\": \"first\"}", "{\"page\": ", "[]")).allSatisfy((arguments) -> {
			String error = errorOf(tool, arguments);
			assertThat(error).isEqualTo("The arguments do not match the schema of the tool.");
		});
	}

	private static String errorOf(ToolCallback tool, String arguments) {
		try {
			throw new AssertionError("Not rejected: " + tool.call(arguments));
		}
		catch (RuntimeException ex) {
			return String.valueOf(ex.getMessage());
		}
	}

	@Test
	void toolsForOneConversationRejectOthers() {
		EmbeddedConversation own = tester.crisp().visitor("Ada").writes("Hi");
		EmbeddedConversation other = tester.crisp().visitor("Bob").writes("My card number is 1234");
		ToolCallbackProvider tools = tester.tools(true).forConversation(tester.websiteId(), own.sessionId());
		assertThat(AiTester.names(tools)).containsExactlyInAnyOrder("crisp_get_conversation", "crisp_read_messages",
				"crisp_search_articles", "crisp_add_note", "crisp_assign", "crisp_change_segments",
				"crisp_change_state", "crisp_reply");
		assertThat(AiTester.call(tools, "crisp_read_messages", "sessionId", own.sessionId())).hasSize(1);
		for (String tool : List.of("crisp_read_messages", "crisp_get_conversation", "crisp_reply")) {
			assertThat(AiTester.error(tools, tool, "sessionId", other.sessionId(), "text", "Hi"))
				.isEqualTo("Access to this conversation is not allowed.");
		}
		assertThat(tester.crisp().calls()).extracting(EmbeddedCall::uri)
			.noneMatch((uri) -> uri.contains(other.sessionId()));
	}

	@Test
	void toolsForAConversationRequireItsWebsiteToBeNamed() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> tester.tools(false).forConversation(OTHER_WEBSITE, "session_1"))
			.withMessageContaining("crisp.ai.tools.websites");
	}

	private static EmbeddedOperator operator() {
		return tester.crisp().operators().get(0);
	}

}
