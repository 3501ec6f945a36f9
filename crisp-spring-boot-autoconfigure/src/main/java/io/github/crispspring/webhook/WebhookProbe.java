package io.github.crispspring.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

import io.github.crispspring.signature.CrispSignature;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/**
 * Request that checks whether the webhook endpoint can be reached. It takes the way of a
 * webhook through filters and verification, and is then recognized instead of being read
 * as an event. No listener receives it, and it is counted neither as a delivery nor, once
 * verified, as a rejection.
 */
final class WebhookProbe {

	static final String HEADER = "X-Crisp-Probe";

	static final String VERIFIED = "verified";

	private static final byte[] BODY = "{\"probe\":\"crisp-spring-boot-starter\"}".getBytes(StandardCharsets.UTF_8);

	private WebhookProbe() {
	}

	/**
	 * Create a request.
	 * @param secret the secret to sign the request with, or {@code null} if the URL
	 * contains the key of a website webhook
	 * @param now the current time
	 */
	static HttpEntity<byte[]> request(@Nullable String secret, Instant now) {
		HttpHeaders headers = new HttpHeaders();
		headers.setContentType(MediaType.APPLICATION_JSON);
		if (secret != null) {
			String timestamp = String.valueOf(now.toEpochMilli());
			headers.set("X-Crisp-Request-Timestamp", timestamp);
			headers.set("X-Crisp-Signature", new CrispSignature(secret).sign(timestamp, BODY));
		}
		return new HttpEntity<>(BODY.clone(), headers);
	}

	static boolean isVerified(HttpStatusCode status, HttpHeaders headers) {
		return status.value() == WebhookResponse.PROBED.status().value() && VERIFIED.equals(headers.getFirst(HEADER));
	}

	static boolean matches(byte[] body) {
		return Arrays.equals(body, BODY);
	}

}
