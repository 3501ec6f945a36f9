package io.github.crispspring.sample.crisp;

import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * Sends signed webhooks and reports the responses.
 */
final class HookSender {

	private final String origin = "plugin/rtm " + Credentials.randomHex(8) + " production";

	private final HttpClient http;

	private final Consumer<DeliveryReport> reports;

	HookSender(HttpClient http, Consumer<DeliveryReport> reports) {
		this.http = http;
		this.reports = reports;
	}

	/**
	 * Send an event once.
	 * @param target the URL
	 * @param event the event
	 * @param secret the signing secret
	 * @param attempt the number of this attempt, starting at 1
	 * @param limit the maximum number of attempts
	 * @return completes when the event was accepted, and fails otherwise
	 */
	Mono<Void> post(URI target, PlatformEvent event, String secret, int attempt, int limit) {
		long begin = System.nanoTime();
		byte[] body = event.toHookBody();
		return this.http.headers((headers) -> sign(headers, body, secret, attempt, limit))
			.post()
			.uri(target)
			.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
			.response()
			.map((response) -> response.status().code())
			.doOnError((ex) -> report(event, attempt, limit, null, begin))
			.doOnNext((status) -> report(event, attempt, limit, status, begin))
			.flatMap((status) -> isAccepted(status) ? Mono.<Void>empty() : Mono.error(new NotAccepted(status)));
	}

	private void sign(HttpHeaders headers, byte[] body, String secret, int attempt, int limit) {
		// A timestamp per attempt, so that a late attempt is not rejected as a replay
		String timestamp = Long.toString(System.currentTimeMillis());
		headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json")
			.set(HttpHeaderNames.CONTENT_LENGTH, body.length)
			.set("X-Crisp-Hook-Origin", this.origin)
			.set("X-Crisp-Request-Timestamp", timestamp)
			.set("X-Crisp-Signature", HookSignature.of(secret, timestamp, body))
			.set("X-Delivery-Attempt-Count", attempt)
			.set("X-Delivery-Attempt-Limit", limit);
	}

	private void report(PlatformEvent event, int attempt, int limit, @Nullable Integer status, long begin) {
		boolean again = (status == null || !isAccepted(status)) && attempt < limit;
		this.reports.accept(new DeliveryReport.HookAnswered(event.name(), event.sessionId(), attempt, status,
				Duration.ofNanos(System.nanoTime() - begin), again));
	}

	private static boolean isAccepted(int status) {
		return status / 100 == 2;
	}

	/**
	 * Exception for a response other than 2xx.
	 */
	static final class NotAccepted extends RuntimeException {

		private static final long serialVersionUID = 1L;

		NotAccepted(int status) {
			super("response status " + status, null, false, false);
		}

	}

}
