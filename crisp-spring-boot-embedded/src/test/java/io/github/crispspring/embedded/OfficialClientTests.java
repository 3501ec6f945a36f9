package io.github.crispspring.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The official client of Node.js against an embedded Crisp.
 */
class OfficialClientTests {

	private static final Path CONTRACT = Path
		.of("../crisp-spring-boot-autoconfigure/src/test/resources/contract/routes.json");

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Set<String> called = new TreeSet<>();

	private static EmbeddedCrisp crisp;

	private static NodeClient node;

	@BeforeAll
	static void start() {
		crisp = EmbeddedCrisp.builder().transport(EmbeddedCrisp.Transport.RTM).start();
		node = new NodeClient(crisp);
	}

	@AfterAll
	static void stop() {
		if (node != null) {
			node.close();
			// Methods of earlier versions of the client are not in the current one
			assertThat(called).hasSizeGreaterThanOrEqualTo(229 - 2);
		}
		crisp.close();
	}

	@BeforeEach
	void reset() {
		crisp.reset();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("routes")
	void existingDataIsResolved(Call call) {
		JsonNode result = node.command("call", call.command(ExistingData.create(crisp)));
		if (!result.has("missing")) {
			called.add(call.toString());
			assertThat(result.has("resolved")).as(result.toString()).isTrue();
		}
	}

	@ParameterizedTest
	@CsvSource({ "getConversation, session_x, conversation_not_found", "getPeopleProfile, x, not_found",
			"getInbox, x, not_found", "removeCampaignTemplate, x, not_found",
			"sendMessageInConversation, session_x, conversation_not_found" })
	void unknownDataIsRejectedWithTheReason(String method, String id, String reason) {
		JsonNode result = node.command("call", command("website", method, "user", crisp.websiteId(), id));
		assertThat(result.path("rejected").asString()).isEqualTo(reason);
		assertThat(result.path("code").asInt()).isEqualTo(404);
	}

	@Test
	void otherWebsiteIsRejectedWithTheReason() {
		JsonNode result = node.command("call", command("website", "getWebsite", "plugin", "other"));
		assertThat(result.path("rejected").asString()).isEqualTo("not_subscribed");
	}

	@Test
	void messageWithoutTypeIsRejectedWithTheReason() {
		ObjectNode command = command("website", "getConversation", "plugin", crisp.websiteId(),
				crisp.visitor("Ada").conversation().sessionId())
			.put("method", "sendMessageInConversation");
		((ArrayNode) command.path("args")).addObject().put("content", "Hi");
		assertThat(node.command("call", command).path("rejected").asString()).isEqualTo("invalid_data");
	}

	@Test
	void botAndVisitorConverse() {
		try (EmbeddedCrisp platform = EmbeddedCrisp.builder().transport(EmbeddedCrisp.Transport.RTM).start();
				NodeClient bot = new NodeClient(platform)) {
			bot.command("bot", JSON.createObjectNode());
			platform.awaitRtmConnected();
			EmbeddedConversation conversation = platform.visitor("Ada").writes("Hi");
			assertThat(bot.result().path("event").asString()).isEqualTo("Hi");
			assertThat(conversation.awaitReply().text()).isEqualTo("Echo: Hi");
		}
	}

	@Test
	void webhookIsVerifiedAndReceived() {
		try (WebhookReceiver receiver = new WebhookReceiver((number) -> 200);
				EmbeddedCrisp webhooks = EmbeddedCrisp.start()) {
			webhooks.webhookUrl(receiver.url());
			webhooks.trigger("message:send");
			WebhookReceiver.Request request = receiver.await(1).get(0);
			ObjectNode command = JSON.createObjectNode()
				.put("secret", webhooks.webhookSecret())
				.put("body", request.text())
				.put("timestamp", request.headers().get("X-Crisp-Request-Timestamp"))
				.put("signature", request.headers().get("X-Crisp-Signature"));
			assertThat(node.command("verify", command).path("verified").asBoolean()).isTrue();
			assertThat(node.result().path("received").asString()).isEqualTo("Hello!");
		}
	}

	static Stream<Call> routes() throws Exception {
		return JSON.readTree(Files.readAllBytes(CONTRACT)).valueStream().map(Call::new);
	}

	private static ObjectNode command(String service, String method, String tier, String... arguments) {
		ObjectNode command = JSON.createObjectNode().put("service", service).put("method", method).put("tier", tier);
		ArrayNode args = command.putArray("args");
		List.of(arguments).forEach(args::add);
		if (method.startsWith("send")) {
			args.addObject().put("type", "text").put("from", "operator").put("origin", "chat").put("content", "Hi");
		}
		return command;
	}

	record Call(JsonNode route) {

		private static final Map<String, String> QUERY = Map.of("domain", "example.com", "dateSince",
				"2026-01-01T00:00:00Z", "code", "EXAMPLE");

		ObjectNode command(Map<String, String> ids) {
			ObjectNode command = JSON.createObjectNode()
				.put("service", this.route.path("service").asString())
				.put("method", this.route.path("method").asString());
			List<String> tiers = this.route.path("tiers").valueStream().map(JsonNode::asString).toList();
			command.put("tier", (tiers.isEmpty() || tiers.contains("user")) ? "user" : "plugin");
			ArrayNode args = command.putArray("args");
			this.route.path("params").forEach((parameter) -> args.add(argument(parameter.asString(), ids)));
			return command;
		}

		private JsonNode argument(String name, Map<String, String> ids) {
			JsonNode http = this.route.path("http");
			JsonNode shape = http.path("bodyShape");
			if (name.equals(http.path("bodyFrom").path("param").asString(""))) {
				return withExistingSessions(shape, ids);
			}
			for (Map.Entry<String, JsonNode> field : http.path("bodyFrom").path("fields").properties()) {
				if (name.equals(field.getValue().asString())) {
					return shape.has(field.getKey()) ? shape.path(field.getKey()) : JsonNodeFactory.instance.nullNode();
				}
			}
			if (http.path("path").asString().contains("{" + name + "}")) {
				String id = name.equals("pageNumber") ? "1" : ids.get(name.replaceFirst("ID$", "Id"));
				assertThat(id).as(name).isNotNull();
				return JsonNodeFactory.instance.stringNode(id);
			}
			return QUERY.containsKey(name) ? JsonNodeFactory.instance.stringNode(QUERY.get(name))
					: name.equals("options") ? JSON.createObjectNode() : JsonNodeFactory.instance.nullNode();
		}

		private static JsonNode withExistingSessions(JsonNode shape, Map<String, String> ids) {
			JsonNode body = shape.deepCopy();
			if (body instanceof ObjectNode object && object.has("sessions")) {
				object.putArray("sessions").add(ids.get("sessionId"));
			}
			return body;
		}

		@Override
		public String toString() {
			return this.route.path("service").asString() + "." + this.route.path("method").asString();
		}

	}

}
