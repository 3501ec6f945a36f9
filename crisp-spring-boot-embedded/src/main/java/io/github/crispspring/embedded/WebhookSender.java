package io.github.crispspring.embedded;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.netty.buffer.Unpooled;
import io.netty.handler.ssl.SslContext;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * Sends one webhook request.
 */
final class WebhookSender {

	private final String origin = "plugin/rtm " + Credentials.randomHex(8) + " production";

	private final EmbeddedFaults faults;

	private final HttpClient plain;

	private volatile HttpClient http;

	WebhookSender(EmbeddedFaults faults, HttpClient http) {
		this.faults = faults;
		this.plain = http;
		this.http = http;
	}

	/**
	 * Trust certificates of the application if it requires TLS.
	 */
	void trust(List<X509Certificate> certificates) {
		if (certificates.isEmpty()) {
			this.http = this.plain;
			return;
		}
		SslContext context = new PinnedCertificates(certificates).toSslContext();
		this.http = this.plain.secure((spec) -> spec.sslContext(context));
	}

	/**
	 * Send a request.
	 * @return the attempt, which never fails
	 */
	Mono<EmbeddedDelivery.Attempt> send(URI target, EmbeddedAccount account, byte[] body,
			EmbeddedCrisp.WebhookKind kind, int number, int limit) {
		boolean signed = kind == EmbeddedCrisp.WebhookKind.PLUGIN;
		Map<String, String> headers = headers(account, body, signed, number, limit);
		URI uri = signed ? target
				: UriComponentsBuilder.fromUri(target).queryParam("key", account.webhookKey()).build().toUri();
		long begin = System.nanoTime();
		return this.http.headers((sent) -> headers.forEach(sent::set))
			.post()
			.uri(uri)
			.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
			.response()
			.map((response) -> attempt(number, headers, response.status().code(), null, begin))
			.onErrorResume((ex) -> Mono.just(attempt(number, headers, null, ex.getClass().getSimpleName(), begin)));
	}

	private static EmbeddedDelivery.Attempt attempt(int number, Map<String, String> headers, @Nullable Integer status,
			@Nullable String error, long begin) {
		return new EmbeddedDelivery.Attempt(number, headers, status, error,
				Duration.ofNanos(System.nanoTime() - begin));
	}

	private Map<String, String> headers(EmbeddedAccount account, byte[] body, boolean signed, int number, int limit) {
		EmbeddedFaults.WebhookFault fault = this.faults.nextRequest();
		long age = (fault == EmbeddedFaults.WebhookFault.STALE) ? Duration.ofDays(1).toMillis() : 0;
		String timestamp = Long.toString(System.currentTimeMillis() - age);
		String secret = (fault == EmbeddedFaults.WebhookFault.FORGED) ? Credentials.randomHex(16)
				: String.valueOf(account.webhookSecret());
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("Content-Type", "application/json");
		headers.put("Content-Length", String.valueOf(body.length));
		headers.put("X-Crisp-Hook-Origin", this.origin);
		headers.put("X-Crisp-Request-Timestamp", timestamp);
		if (signed) {
			headers.put("X-Crisp-Signature", sign(secret, timestamp, body));
		}
		headers.put("X-Delivery-Attempt-Count", String.valueOf(number));
		headers.put("X-Delivery-Attempt-Limit", String.valueOf(limit));
		return headers;
	}

	static String sign(String secret, String timestamp, byte[] body) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			mac.update(("[" + timestamp + ";").getBytes(StandardCharsets.UTF_8));
			mac.update(body);
			return HexFormat.of().formatHex(mac.doFinal("]".getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("HmacSHA256 is required of every Java platform", ex);
		}
	}

}
