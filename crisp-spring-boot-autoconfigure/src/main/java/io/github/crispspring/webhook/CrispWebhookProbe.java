package io.github.crispspring.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

import io.github.crispspring.signature.CrispSignature;
import org.jspecify.annotations.Nullable;

/**
 * Request that checks whether the webhook endpoint can be reached. It takes the way of a
 * webhook through filters and verification, and is then recognized instead of being read
 * as an event. No listener receives it, and it is counted neither as a delivery nor, once
 * verified, as a rejection.
 */
public final class CrispWebhookProbe {

	static final String HEADER = "X-Crisp-Probe";

	static final String VERIFIED = "verified";

	private static final byte[] BODY = "{\"probe\":\"crisp-spring-boot-starter\"}".getBytes(StandardCharsets.UTF_8);

	private CrispWebhookProbe() {
	}

	/**
	 * Return the body to post, which is JSON.
	 * @return the body
	 */
	public static byte[] body() {
		return BODY.clone();
	}

	/**
	 * Return the headers to send with the body, besides its type.
	 * @param secret the secret to sign the request with, or {@code null} if the URL
	 * contains the key of a website webhook
	 * @param now the current time
	 * @return the values of the headers by name
	 */
	public static Map<String, String> headers(@Nullable String secret, Instant now) {
		if (secret == null) {
			return Map.of();
		}
		String timestamp = String.valueOf(now.toEpochMilli());
		return Map.of("X-Crisp-Request-Timestamp", timestamp, "X-Crisp-Signature",
				new CrispSignature(secret).sign(timestamp, BODY));
	}

	/**
	 * Return whether a response is that of a webhook endpoint that has verified the
	 * request.
	 * @param status the HTTP status of the response
	 * @param header the value of the header of the response that is called
	 * {@code X-Crisp-Probe}, or {@code null} if it is missing
	 * @return whether the endpoint was reached
	 */
	public static boolean isVerified(int status, @Nullable String header) {
		return status == WebhookResponse.PROBED.status().value() && VERIFIED.equals(header);
	}

	static boolean matches(byte[] body) {
		return Arrays.equals(body, BODY);
	}

}
