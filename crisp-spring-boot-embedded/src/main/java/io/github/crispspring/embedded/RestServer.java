package io.github.crispspring.embedded;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.QueryStringDecoder;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;
import tools.jackson.databind.JsonNode;

/**
 * The HTTP server: the REST API below {@code /v1}, the storage of files, and the console.
 */
final class RestServer {

	private static final Log logger = LogFactory.getLog(RestServer.class);

	/**
	 * Maximum size of the body of a call, in bytes.
	 */
	static final int BODY_LIMIT = 1_048_576;

	/**
	 * Maximum size of a body that is recorded, in bytes.
	 */
	static final int RECORD_LIMIT = 65_536;

	private static final Pattern CONVERSATION = Pattern.compile("/(session_[^/?]+)");

	private final LoopResources loop = LoopResources.create("embedded-crisp-http", 1, true);

	private final Accounts accounts;

	private final Platform platform;

	private final EmbeddedFaults faults;

	private final Journal journal;

	private final Clock clock;

	private final DisposableServer server;

	RestServer(int port, Accounts accounts, Platform platform, EmbeddedFaults faults, Journal journal, Clock clock,
			FileStorage storage, Console console) {
		this.accounts = accounts;
		this.platform = platform;
		this.faults = faults;
		this.journal = journal;
		this.clock = clock;
		HttpServer server = HttpServer.create()
			.host(InetAddress.getLoopbackAddress().getHostAddress())
			.port(port)
			.option(ChannelOption.SO_REUSEADDR, true)
			// Filters are sent in the query
			.httpRequestDecoder((decoder) -> decoder.maxInitialLineLength(65_536))
			.runOn(this.loop)
			.handle((request, response) -> {
				if (request.uri().startsWith(FileStorage.PATH)) {
					return storage.handle(request, response);
				}
				return request.uri().startsWith("/v1/") ? handle(request, response) : console.handle(request, response);
			});
		try {
			this.server = server.bindNow();
		}
		catch (RuntimeException | Error ex) {
			disposeLoop();
			throw ex;
		}
	}

	URI url() {
		return URI.create("http://localhost:" + this.server.port());
	}

	void close() {
		this.server.disposeNow(Duration.ofSeconds(1));
		disposeLoop();
	}

	private void disposeLoop() {
		this.loop.disposeLater(Duration.ZERO, Duration.ofMillis(500)).block(Duration.ofSeconds(1));
	}

	private Mono<Void> handle(HttpServerRequest request, HttpServerResponse response) {
		Arrival arrival = arrival(request.uri());
		EmbeddedFaults.RestFault fault = this.faults.nextCall();
		return body(request).flatMap((body) -> {
			if (fault != null && fault.status() == EmbeddedFaults.RestFault.CUT) {
				record(request, arrival, body, null, null);
				response.withConnection((connection) -> connection.channel().close());
				return Mono.<Void>never();
			}
			Mono<Void> delay = (fault != null) ? Mono.delay(fault.delay()).then() : Mono.empty();
			return delay.then(Mono.defer(() -> respond(request, response, arrival, body, fault)));
		});
	}

	private static Mono<byte[]> body(HttpServerRequest request) {
		return request.receive()
			.asByteArray()
			.collect(ByteArrayOutputStream::new, RestServer::append)
			.map(ByteArrayOutputStream::toByteArray);
	}

	/**
	 * Append a part of a body, up to one byte more than the limit. The rest is discarded,
	 * but must be read: a client may read the response only when it has sent all.
	 */
	private static void append(ByteArrayOutputStream body, byte[] part) {
		body.write(part, 0, Math.min(part.length, BODY_LIMIT + 1 - body.size()));
	}

	private Arrival arrival(String uri) {
		Matcher conversation = CONVERSATION.matcher(uri);
		String sessionId = conversation.find() ? conversation.group(1) : null;
		return new Arrival(this.clock.instant(), System.nanoTime(), sessionId, this.journal.cause(sessionId));
	}

	private Mono<Void> respond(HttpServerRequest request, HttpServerResponse response, Arrival arrival, byte[] body,
			EmbeddedFaults.@Nullable RestFault fault) {
		boolean head = request.method().name().equals("HEAD");
		Handled handled;
		byte[] bytes;
		// Who sees the effect of a call sees the call
		synchronized (this.platform) {
			handled = handle(request, body, fault);
			bytes = handled.response().toBytes();
			record(request, arrival, body, handled, head ? null : bytes);
		}
		if (fault != null && fault.retryAfter() != null) {
			response.header(HttpHeaderNames.RETRY_AFTER, String.valueOf(fault.retryAfter().toSeconds()));
		}
		response.status(handled.response().status())
			.header(HttpHeaderNames.CONTENT_TYPE, "application/json; charset=utf-8")
			.header("Bloom-Status", "DIRECT");
		return head ? response.send() : response.sendByteArray(Mono.just(bytes)).then();
	}

	private void record(HttpServerRequest request, Arrival arrival, byte[] body, @Nullable Handled handled,
			byte @Nullable [] responseBody) {
		Platform.@Nullable Matched matched = (handled != null) ? handled.matched() : null;
		this.journal
			.add(new EmbeddedCall(this.journal.nextCall(), arrival.timestamp(), account(request.requestHeaders()),
					request.method().name(), request.uri(), (matched != null) ? matched.route().name() : null,
					recorded(body), (handled != null) ? handled.response().status() : 0,
					(responseBody != null) ? recorded(responseBody) : "",
					Duration.ofNanos(System.nanoTime() - arrival.begin()), arrival.sessionId(), arrival.deliveryId()));
	}

	private static String recorded(byte[] body) {
		return new String(body, 0, Math.min(body.length, RECORD_LIMIT), StandardCharsets.UTF_8);
	}

	private Handled handle(HttpServerRequest request, byte[] body, EmbeddedFaults.@Nullable RestFault fault) {
		Platform.Matched matched = null;
		try {
			if (fault != null && fault.status() > 0) {
				return new Handled(null,
						RestResponse.of(fault.status(), (fault.status() == 429) ? "rate_limited" : "server_error"));
			}
			checkCredentials(request.requestHeaders());
			if (body.length > BODY_LIMIT) {
				throw Rejection.bodyTooLarge();
			}
			QueryStringDecoder uri = new QueryStringDecoder(request.uri());
			JsonNode json = RestCall.parse(body);
			matched = this.platform.match(request.method().name(), segments(request.uri()), json);
			checkTier(request.requestHeaders(), matched.route());
			return new Handled(matched,
					handle(new RestCall(matched.route(), matched.variables(), uri.parameters(), json)));
		}
		catch (Rejection ex) {
			return new Handled(matched, ex.toResponse());
		}
		catch (RuntimeException ex) {
			logger.error("Unexpected error in the embedded Crisp", ex);
			return new Handled(matched, RestResponse.of(500, "internal_error"));
		}
	}

	private RestResponse handle(RestCall call) {
		String sessionId = call.variables().get("session_id");
		synchronized (this.platform) {
			Long before = this.journal.lastDelivery(sessionId);
			try {
				return this.platform.handle(call);
			}
			finally {
				this.journal.lastDelivery(sessionId, before);
			}
		}
	}

	private @Nullable String account(HttpHeaders headers) {
		return this.accounts.find(headers.get(HttpHeaderNames.AUTHORIZATION));
	}

	private void checkCredentials(HttpHeaders headers) {
		if (this.faults.isCredentialsRejected() || !Credentials.isTier(tier(headers)) || account(headers) == null) {
			throw Rejection.invalidSession();
		}
		if (!this.faults.useQuota(tier(headers))) {
			throw Rejection.quotaLimitExceeded();
		}
	}

	/**
	 * A website token may call what a plugin token may.
	 */
	private static void checkTier(HttpHeaders headers, Route route) {
		String tier = tier(headers).equals("website") ? "plugin" : tier(headers);
		if (!route.tiers().isEmpty() && !route.tiers().contains(tier)) {
			throw Rejection.restrictedTier();
		}
	}

	private static String tier(HttpHeaders headers) {
		return headers.get("X-Crisp-Tier", "user");
	}

	private static List<String> segments(String uri) {
		String path = uri.split("[?#]", 2)[0].substring("/v1/".length());
		List<String> segments = new ArrayList<>();
		for (String segment : path.split("/")) {
			segments.add(QueryStringDecoder.decodeComponent(segment.replace("+", "%2B")));
		}
		return segments;
	}

	private record Handled(Platform.@Nullable Matched matched, RestResponse response) {

	}

	/**
	 * What is known when a request arrives: later, other events may have followed the one
	 * that it is made for.
	 */
	private record Arrival(Instant timestamp, long begin, @Nullable String sessionId, @Nullable Long deliveryId) {

	}

}
