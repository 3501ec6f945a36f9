package io.github.crispspring.sample.crisp;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.QueryStringDecoder;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * REST API of the embedded Crisp, which calls {@link CrispWebsite} and wraps the result
 * in Crisp's envelope.
 */
final class RestServer {

	private static final int PER_PAGE_LIMIT = 50;

	private static final String SESSION = "website/{website}/conversation/{session}";

	private final String pluginId = UUID.randomUUID().toString();

	private final List<Route> routes = new ArrayList<>();

	private final LoopResources loop = LoopResources.create("embedded-crisp-rest", 1, true);

	private final Credentials credentials;

	private final CrispWebsite website;

	private final URI rtmUrl;

	private final DisposableServer server;

	RestServer(Credentials credentials, CrispWebsite website, URI rtmUrl) {
		this.credentials = credentials;
		this.website = website;
		this.rtmUrl = rtmUrl;
		connectRoutes();
		conversationRoutes();
		messageRoutes();
		this.server = HttpServer.create()
			.host(InetAddress.getLoopbackAddress().getHostAddress())
			.port(0)
			.option(ChannelOption.SO_REUSEADDR, true)
			.runOn(this.loop)
			.handle(this::handle)
			.bindNow();
	}

	URI url() {
		return URI.create("http://localhost:" + this.server.port());
	}

	void close() {
		this.server.disposeNow(Duration.ofSeconds(1));
		this.loop.disposeLater(Duration.ZERO, Duration.ofMillis(500)).block(Duration.ofSeconds(1));
	}

	private void connectRoutes() {
		route("GET", "plugin/connect/account", (call) -> resolved(Envelope.object().put("plugin_id", this.pluginId)));
		route("GET", "plugin/connect/endpoints", (call) -> endpoints());
		route("GET", "website/{website}/connect/endpoints", (call) -> endpoints());
		route("GET", "user/connect/endpoints", (call) -> endpoints());
		route("GET", "plugin/connect/websites/all/{page}", this::websites);
	}

	private void conversationRoutes() {
		route("GET", "website/{website}/operators/list", (call) -> operators());
		route("GET", "website/{website}/conversations/{page}", this::conversations);
		route("POST", "website/{website}/conversation",
				(call) -> Envelope.of(201, "added", Envelope.object().put("session_id", this.website.open("visitor"))));
		route("HEAD", SESSION, (call) -> resolved(this.website.conversation(call.session())));
		route("GET", SESSION, (call) -> resolved(this.website.conversation(call.session())));
		route("DELETE", SESSION, (call) -> {
			this.website.remove(call.session());
			return Envelope.of(200, "deleted");
		});
		route("GET", SESSION + "/state", (call) -> resolved(this.website.state(call.session())));
		route("PATCH", SESSION + "/state", (call) -> {
			this.website.changeState(call.session(), call.object());
			return Envelope.of(200, "updated");
		});
		route("GET", SESSION + "/meta", (call) -> resolved(this.website.meta(call.session())));
		route("PATCH", SESSION + "/meta", (call) -> {
			this.website.changeMeta(call.session(), call.object());
			return Envelope.of(200, "updated");
		});
		route("GET", SESSION + "/routing", (call) -> resolved(this.website.routing(call.session())));
		route("PATCH", SESSION + "/routing", (call) -> {
			this.website.changeRouting(call.session(), call.object());
			return Envelope.of(200, "updated");
		});
	}

	private void messageRoutes() {
		route("GET", SESSION + "/messages",
				(call) -> this.website.messages(call.session(), call.queryNumber("timestamp_before", Long.MAX_VALUE)));
		route("POST", SESSION + "/message", (call) -> {
			long fingerprint = this.website.send(call.session(), call.object());
			return Envelope.of(202, "dispatched", Envelope.object().put("fingerprint", fingerprint));
		});
		route("GET", SESSION + "/message/{fingerprint}",
				(call) -> resolved(this.website.message(call.session(), call.number("fingerprint"))));
		route("PATCH", SESSION + "/message/{fingerprint}", (call) -> {
			this.website.edit(call.session(), call.number("fingerprint"), call.object().path("content"));
			return Envelope.of(200, "updated");
		});
		route("PATCH", SESSION + "/compose", (call) -> {
			this.website.compose(call.session(), call.object());
			return Envelope.of(202, "dispatched");
		});
		route("PATCH", SESSION + "/read", (call) -> {
			this.website.acknowledge(call.session(), call.object(), "read");
			return Envelope.of(202, "dispatched");
		});
		route("PATCH", SESSION + "/delivered", (call) -> {
			this.website.acknowledge(call.session(), call.object(), "delivered");
			return Envelope.of(202, "dispatched");
		});
	}

	private Envelope endpoints() {
		ObjectNode data = Envelope.object();
		data.putObject("socket").put("app", this.rtmUrl.toString());
		data.putObject("rescue").putObject("socket").put("app", this.rtmUrl.toString());
		return resolved(data);
	}

	private Envelope operators() {
		ArrayNode operators = JsonNodeFactory.instance.arrayNode();
		DeskOperator.ALL.forEach((operator) -> operators.add(operator.toJson()));
		return Envelope.of(200, "listed", operators);
	}

	private Envelope websites(Call call) {
		ArrayNode websites = JsonNodeFactory.instance.arrayNode();
		if (call.number("page") == 1) {
			ObjectNode only = websites.addObject().put("website_id", this.website.id()).put("token", "");
			only.putObject("settings");
			only.putObject("plan").put("id", this.pluginId).put("name", "Embedded").put("trialing", false);
		}
		return Envelope.of(200, "listed", websites);
	}

	private Envelope conversations(Call call) {
		int size = (int) Math.max(1, Math.min(PER_PAGE_LIMIT, call.queryNumber("per_page", Conversation.PAGE_SIZE)));
		int page = (int) Math.max(1, Math.min(Integer.MAX_VALUE, call.number("page")));
		return Envelope.of(200, "listed", this.website.list(page, size));
	}

	private static Envelope resolved(JsonNode data) {
		return Envelope.of(200, "resolved", data);
	}

	private void route(String method, String path, Function<Call, Envelope> handler) {
		this.routes.add(new Route(method, List.of(path.split("/")), handler));
	}

	private Mono<Void> handle(HttpServerRequest request, HttpServerResponse response) {
		return request.receive()
			.aggregate()
			.asByteArray()
			.defaultIfEmpty(new byte[0])
			.map((body) -> answer(request, body))
			.flatMap((envelope) -> write(request, response, envelope));
	}

	private Mono<Void> write(HttpServerRequest request, HttpServerResponse response, Envelope envelope) {
		response.status(envelope.status()).header(HttpHeaderNames.CONTENT_TYPE, "application/json; charset=utf-8");
		if ("HEAD".equals(request.method().name())) {
			return response.send();
		}
		return response.sendByteArray(Mono.just(envelope.toBytes())).then();
	}

	private Envelope answer(HttpServerRequest request, byte[] body) {
		try {
			if (!this.credentials.matches(request.requestHeaders().get(HttpHeaderNames.AUTHORIZATION),
					request.requestHeaders().get("X-Crisp-Tier"))) {
				throw RejectedRequestException.invalidSession();
			}
			return answer(request.method().name(), new QueryStringDecoder(request.uri()), body);
		}
		catch (RejectedRequestException ex) {
			return ex.envelope();
		}
	}

	private Envelope answer(String method, QueryStringDecoder uri, byte[] body) {
		List<String> path = List.of(uri.path().split("/"));
		if (path.size() < 3 || !"v1".equals(path.get(1))) {
			throw RejectedRequestException.noRoute();
		}
		for (Route route : this.routes) {
			Map<String, String> variables = route.match(method, path.subList(2, path.size()));
			if (variables != null) {
				if (!this.website.id().equals(variables.getOrDefault("website", this.website.id()))) {
					throw RejectedRequestException.notSubscribed();
				}
				return route.handler().apply(new Call(variables, uri.parameters(), body));
			}
		}
		throw RejectedRequestException.noRoute();
	}

	/**
	 * Route of the REST API. A path segment in braces is a variable.
	 */
	private record Route(String method, List<String> pattern, Function<Call, Envelope> handler) {

		@Nullable Map<String, String> match(String method, List<String> path) {
			if (!this.method.equals(method) || this.pattern.size() != path.size()) {
				return null;
			}
			Map<String, String> variables = new LinkedHashMap<>();
			for (int i = 0; i < path.size(); i++) {
				String part = this.pattern.get(i);
				if (part.startsWith("{")) {
					variables.put(part.substring(1, part.length() - 1), path.get(i));
				}
				else if (!part.equals(path.get(i))) {
					return null;
				}
			}
			return variables;
		}

	}

	/**
	 * Request to the REST API.
	 */
	private record Call(Map<String, String> variables, Map<String, List<String>> query, byte[] body) {

		String session() {
			return this.variables.getOrDefault("session", "");
		}

		long number(String variable) {
			return parse(variable, this.variables.getOrDefault(variable, ""));
		}

		long queryNumber(String name, long otherwise) {
			List<String> values = this.query.get(name);
			return (values != null) ? parse(name, values.get(0)) : otherwise;
		}

		private static long parse(String name, String value) {
			try {
				return Long.parseLong(value);
			}
			catch (NumberFormatException ex) {
				throw RejectedRequestException.invalidData(name + " should be integer");
			}
		}

		ObjectNode object() {
			try {
				if (JsonMapper.shared().readTree(this.body) instanceof ObjectNode object) {
					return object;
				}
			}
			catch (JacksonException ex) {
				throw RejectedRequestException.invalidData("data should be JSON");
			}
			throw RejectedRequestException.invalidData("data should be object");
		}

	}

}
