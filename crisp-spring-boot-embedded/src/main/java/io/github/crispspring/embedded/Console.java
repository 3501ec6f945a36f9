package io.github.crispspring.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.regex.Pattern;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;

/**
 * The console over HTTP: its files, a stream of server-sent events with everything that
 * happens, and the actions.
 */
final class Console {

	private static final Log logger = LogFactory.getLog(Console.class);

	private static final Pattern FILE = Pattern.compile("[a-z-]+\\.[a-z]+");

	/**
	 * Hosts of the loopback interface. Others are those of web pages that resolve their
	 * own name to it.
	 */
	private static final Pattern HOST = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");

	private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8", "js",
			"text/javascript; charset=utf-8", "css", "text/css; charset=utf-8", "svg", "image/svg+xml");

	/**
	 * Only files of the console run and are shown, and no other page shows the console.
	 */
	private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

	private static final int STREAM_CAPACITY = 10_000;

	private static final Set<String> CONTENT_TYPES = Set.of("application/json", "application/json;charset=utf-8");

	private final EmbeddedCrisp crisp;

	private final ConsoleActions actions;

	Console(EmbeddedCrisp crisp) {
		this.crisp = crisp;
		this.actions = new ConsoleActions(crisp);
	}

	Mono<Void> handle(HttpServerRequest request, HttpServerResponse response) {
		HttpHeaders headers = request.requestHeaders();
		if (!HOST.matcher(headers.get(HttpHeaderNames.HOST, "")).matches()) {
			return response.status(403).send();
		}
		String path = request.uri().split("\\?", 2)[0];
		boolean read = request.method().name().equals("GET");
		if (read && path.equals("/console/stream")) {
			return stream(response);
		}
		if (read && !path.startsWith("/console/")) {
			return file(path, response);
		}
		String contentType = headers.get(HttpHeaderNames.CONTENT_TYPE, "").replace(" ", "").toLowerCase(Locale.ROOT);
		if (!read && !CONTENT_TYPES.contains(contentType)) {
			// Pages of other sites cannot send JSON without permission
			return response.status(415).send();
		}
		return request.receive()
			.aggregate()
			.asByteArray()
			.defaultIfEmpty(new byte[0])
			.publishOn(Schedulers.boundedElastic())
			.map((body) -> act(request.method().name(), request.uri(), body))
			.flatMap((result) -> send(response, result));
	}

	private ConsoleActions.Result act(String method, String uri, byte[] body) {
		try {
			JsonNode json = RestCall.parse(body);
			return this.actions.act(method, uri, json);
		}
		catch (IllegalArgumentException | IllegalStateException | Rejection ex) {
			return new ConsoleActions.Result(400, Json.object().put("message", ex.getMessage()));
		}
		catch (RuntimeException ex) {
			logger.error("Unexpected error in the console of the embedded Crisp", ex);
			return new ConsoleActions.Result(500, Json.object().put("message", "Unexpected error, see the log"));
		}
	}

	private static Mono<Void> send(HttpServerResponse response, ConsoleActions.Result result) {
		return response.status(result.status())
			.header(HttpHeaderNames.CONTENT_TYPE, "application/json")
			.sendByteArray(Mono.just(Json.MAPPER.writeValueAsBytes(result.data())))
			.then();
	}

	private Mono<Void> stream(HttpServerResponse response) {
		Flux<String> events = Flux.merge(Flux.defer(this::presentAndChanges),
				Flux.interval(Duration.ofSeconds(15))
					.map((tick) -> ": keep alive\n\n")
					.takeUntilOther(this.crisp.journal().changes().then()));
		return response.sse()
			.header(HttpHeaderNames.CACHE_CONTROL, "no-store")
			.sendString(events.filter((event) -> !event.isEmpty()).onBackpressureBuffer(STREAM_CAPACITY),
					StandardCharsets.UTF_8)
			.then();
	}

	/**
	 * Changes are queued first, so that none is missed while the present state is sent,
	 * and described on another thread than those that make them, which hold locks.
	 */
	private Flux<String> presentAndChanges() {
		Sinks.Many<Journal.Change> changes = Sinks.many()
			.unicast()
			.onBackpressureBuffer(new ArrayBlockingQueue<>(STREAM_CAPACITY));
		Disposable subscription = this.crisp.journal()
			.changes()
			.subscribe(changes::tryEmitNext, changes::tryEmitError, changes::tryEmitComplete);
		return Flux.concat(present(), changes.asFlux().publishOn(Schedulers.boundedElastic()).map(this::changed))
			.subscribeOn(Schedulers.boundedElastic())
			.doFinally((signal) -> subscription.dispose());
	}

	private Flux<String> present() {
		return Flux.concat(Flux.just(event("state", ConsoleView.state(this.crisp))),
				Flux.fromIterable(this.crisp.conversations())
					.map((conversation) -> event("conversation", ConsoleView.conversation(conversation))),
				Flux.fromIterable(this.crisp.deliveries())
					.map((delivery) -> event("delivery", ConsoleView.delivery(delivery))),
				Flux.fromIterable(this.crisp.calls()).map((call) -> event("call", ConsoleView.call(call))));
	}

	private String changed(Journal.Change change) {
		if (change.data() instanceof EmbeddedDelivery delivery) {
			return event("delivery", ConsoleView.delivery(delivery));
		}
		if (change.data() instanceof EmbeddedCall call) {
			return event("call", ConsoleView.call(call));
		}
		return switch (change.type()) {
			case "conversation" -> conversation(String.valueOf(change.data()));
			case "reset" -> event("reset", Json.object());
			default -> event("state", ConsoleView.state(this.crisp));
		};
	}

	private String conversation(String sessionId) {
		try {
			return event("conversation", ConsoleView.conversation(this.crisp.conversation(sessionId)));
		}
		catch (IllegalArgumentException ex) {
			// An event may be about a conversation that does not exist
			return event("conversation-removed", Json.object().put("sessionId", sessionId));
		}
	}

	private static String event(String type, JsonNode data) {
		return "event: " + type + "\ndata: " + data + "\n\n";
	}

	private Mono<Void> file(String path, HttpServerResponse response) {
		String name = path.equals("/") ? "index.html" : path.substring(1);
		byte[] content = FILE.matcher(name).matches() ? read("console/" + name) : null;
		if (content == null) {
			return response.status(404).send();
		}
		return response
			.header(HttpHeaderNames.CONTENT_TYPE,
					TYPES.getOrDefault(name.substring(name.indexOf('.') + 1), "application/octet-stream"))
			.header(HttpHeaderNames.CACHE_CONTROL, "no-cache")
			.header(HttpHeaderNames.CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY)
			.header(HttpHeaderNames.X_FRAME_OPTIONS, "DENY")
			.header("X-Content-Type-Options", "nosniff")
			.header("Referrer-Policy", "no-referrer")
			.sendByteArray(Mono.just(content))
			.then();
	}

	private static byte @Nullable [] read(String name) {
		try (InputStream stream = Console.class.getResourceAsStream(name)) {
			return (stream != null) ? stream.readAllBytes() : null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
