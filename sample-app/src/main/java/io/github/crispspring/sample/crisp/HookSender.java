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
 * Posts one web hook, signed, and reports how it was answered.
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
	 * Post an event.
	 * @param target where to
	 * @param event the event
	 * @param secret what to sign with
	 * @param attempt how often it is posted with this time
	 * @param limit how often it is posted at most
	 * @return completes when it was accepted, fails if it was not
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
		// Signed anew for each attempt, lest a late one look like a replay.
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
	 * The hook was answered, but not with a 2xx.
	 */
	static final class NotAccepted extends RuntimeException {

		private static final long serialVersionUID = 1L;

		NotAccepted(int status) {
			super("answered " + status, null, false, false);
		}

	}

}
