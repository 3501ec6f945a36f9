package io.github.crispspring.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.netty.handler.codec.http.QueryStringDecoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The actions of the console.
 */
final class ConsoleActions {

	private static final String CONVERSATION = "/console/conversations/(session_[^/]+)";

	private static final int MAX_TEXT_LENGTH = 10_000;

	private final List<Action> actions = new ArrayList<>();

	private final EmbeddedCrisp crisp;

	ConsoleActions(EmbeddedCrisp crisp) {
		this.crisp = crisp;
		visitor();
		operator();
		conversation();
		events();
		faults();
	}

	private void visitor() {
		on("POST", "/console/visitors",
				(path, body) -> session(this.crisp.visitor(text(body, "nickname")).conversation()));
		on("POST", CONVERSATION + "/visitor/messages", (path, body) -> {
			EmbeddedVisitor visitor = visitor(path);
			if (body.path("file") instanceof ObjectNode file) {
				return session(visitor.sendsFile(text(file, "name"), text(file, "url"), text(file, "type")));
			}
			return session(visitor.writes(text(body, "text")));
		});
		on("PUT", CONVERSATION + "/visitor/choice", (path, body) -> session(
				visitor(path).chooses(Long.parseLong(text(body, "fingerprint")), text(body, "value"))));
		on("PUT", CONVERSATION + "/visitor/typing",
				(path, body) -> session(visitor(path).types(body.path("typing").asBoolean(false))));
		on("PUT", CONVERSATION + "/visitor/read", (path, body) -> session(visitor(path).reads()));
		on("PUT", CONVERSATION + "/visitor/email",
				(path, body) -> session(visitor(path).leavesEmail(text(body, "email"))));
	}

	private void operator() {
		on("POST", CONVERSATION + "/operator/messages", (path, body) -> {
			ObjectNode message = Json.object().put("type", text(body, "type")).put("from", Messages.OPERATOR);
			message.put("origin", "chat").set("content", body.path("content"));
			message.set("user", operator(body).toUser());
			EmbeddedConversation conversation = conversation(path);
			return session(
					conversation.change((conversations) -> conversations.write(conversation.sessionId(), message)));
		});
		on("PUT", CONVERSATION + "/operator/typing",
				(path, body) -> session(conversation(path).type(operator(body), body.path("typing").asBoolean(false))));
		on("PUT", CONVERSATION + "/operator/read", (path, body) -> session(conversation(path).read()));
		on("PUT", CONVERSATION + "/state", (path, body) -> session(conversation(path).state(text(body, "state"))));
		on("PUT", CONVERSATION + "/assigned", (path,
				body) -> session(conversation(path).assign(body.hasNonNull("operator") ? operator(body) : null)));
	}

	private void conversation() {
		on("GET", CONVERSATION, (path, body) -> ConsoleView.conversation(conversation(path)));
		on("GET", CONVERSATION + "/transcript",
				(path, body) -> Json.MAPPER.readTree(conversation(path).transcript().toJson()));
		on("POST", CONVERSATION + "/restart",
				(path, body) -> session(this.crisp.visitor(conversation(path).transcript().nickname()).conversation()));
		on("POST", "/console/replay",
				(path, body) -> session(this.crisp.replay(EmbeddedTranscript.parse(body.toString()))));
	}

	private void events() {
		on("GET", "/console/events", (path, body) -> {
			ArrayNode names = Json.array();
			this.crisp.events().stream().sorted().forEach(names::add);
			return names;
		});
		on("GET", "/console/events/([a-z:_]+)",
				(path, body) -> Json.MAPPER.readTree(this.crisp.example(path.group(1))));
		on("POST", "/console/events/([a-z:_]+)",
				(path, body) -> ConsoleView.delivery(this.crisp.trigger(path.group(1), body.toString())));
		on("POST", "/console/deliveries/(\\d+)/resend",
				(path, body) -> ConsoleView.delivery(this.crisp.resend(Long.parseLong(path.group(1)))));
	}

	private void faults() {
		on("PUT", "/console/transport", (path, body) -> {
			this.crisp.transport(EmbeddedCrisp.Transport.valueOf(text(body, "transport")));
			return ConsoleView.state(this.crisp);
		});
		on("POST", "/console/faults", (path, body) -> {
			fault(body);
			return ConsoleView.state(this.crisp);
		});
		on("DELETE", "/console/faults", (path, body) -> {
			this.crisp.faults().reset();
			return ConsoleView.state(this.crisp);
		});
		on("POST", "/console/reset", (path, body) -> {
			this.crisp.reset();
			return ConsoleView.state(this.crisp);
		});
	}

	private void fault(JsonNode body) {
		EmbeddedFaults faults = this.crisp.faults();
		int times = body.path("times").asInt(1);
		Duration duration = Duration.ofMillis(body.path("millis").asLong(0));
		switch (text(body, "type")) {
			case "rate-limit" -> faults.rateLimit(duration, times);
			case "server-error" -> faults.serverError(body.path("status").asInt(503), times);
			case "slow" -> faults.slow(duration, times);
			case "cut-connection" -> faults.cutConnection(times);
			case "reject-credentials" -> faults.rejectCredentials(body.path("on").asBoolean(true));
			case "exceed-quota" -> faults.exceedQuota(body.path("on").asBoolean(true));
			case "cut-rtm" -> faults.cutRtm(duration);
			case "duplicate" -> faults.duplicate(times);
			case "forge-signature" -> faults.forgeSignature(times);
			case "stale-signature" -> faults.staleSignature(times);
			default -> throw new IllegalArgumentException("'type' is not one of the faults");
		}
	}

	/**
	 * Perform an action.
	 * @return the response, with status 404 if there is no such action
	 * @throws IllegalArgumentException if the body is invalid
	 */
	Result act(String method, String uri, JsonNode body) {
		String path = new QueryStringDecoder(uri).path();
		for (Action action : this.actions) {
			Matcher matcher = action.path().matcher(path);
			if (action.method().equals(method) && matcher.matches()) {
				return new Result(200, action.handler().apply(matcher, body));
			}
		}
		return new Result(404, Json.object().put("message", "There is no such action"));
	}

	private void on(String method, String path, BiFunction<Matcher, JsonNode, JsonNode> handler) {
		this.actions.add(new Action(method, Pattern.compile(path), handler));
	}

	private EmbeddedConversation conversation(Matcher path) {
		EmbeddedConversation conversation = this.crisp.conversation(path.group(1));
		conversation.json();
		return conversation;
	}

	private EmbeddedVisitor visitor(Matcher path) {
		return new EmbeddedVisitor(conversation(path));
	}

	private EmbeddedOperator operator(JsonNode body) {
		String userId = text(body, "operator");
		return this.crisp.operators()
			.stream()
			.filter((operator) -> operator.userId().equals(userId))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("'operator' is not the identifier of an operator"));
	}

	private static JsonNode session(EmbeddedConversation conversation) {
		return Json.object().put("sessionId", conversation.sessionId());
	}

	private static String text(JsonNode body, String field) {
		String text = body.path(field).stringValue(null);
		if (text == null || text.isBlank() || text.length() > MAX_TEXT_LENGTH) {
			throw new IllegalArgumentException(
					"'%s' must be a text with 1 to %d characters".formatted(field, MAX_TEXT_LENGTH));
		}
		return text;
	}

	private record Action(String method, Pattern path, BiFunction<Matcher, JsonNode, JsonNode> handler) {

	}

	/**
	 * Response to an action.
	 */
	record Result(int status, JsonNode data) {

	}

}
