package io.github.crispspring.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * Signature of requests from Crisp: an HMAC with SHA-256 over the timestamp and the body
 * of the request. Pass the body exactly as received; JSON that was parsed and serialized
 * again has a different signature.
 * <p>
 * Webhooks are signed with the secret of the plugin's webhook, and actions of a widget
 * with the secret of the widget.
 *
 * @see <a href="https://docs.crisp.chat/guides/web-hooks/">Webhooks</a>
 */
public final class CrispSignature {

	private static final byte[] OPENING = { '[' };

	private static final byte[] BETWEEN = { ';' };

	private static final byte[] CLOSING = { ']' };

	private final HmacSha256 hmac;

	/**
	 * Create a signature with a secret.
	 * @param secret the secret shared with Crisp
	 * @throws IllegalArgumentException if the secret is empty
	 */
	public CrispSignature(String secret) {
		this.hmac = new HmacSha256(secret);
	}

	/**
	 * Sign a request as Crisp does, for example in a test.
	 * @param timestamp the value of the header {@code X-Crisp-Request-Timestamp}, in
	 * milliseconds since 1970
	 * @param body the body of the request
	 * @return the signature in lower-case hexadecimal digits
	 */
	public String sign(String timestamp, byte[] body) {
		return HexFormat.of().formatHex(compute(timestamp, body));
	}

	/**
	 * Verify the signature of a request using a constant-time comparison. The age of the
	 * request is not checked.
	 * @param signature the value of the header {@code X-Crisp-Signature}
	 * @param timestamp the value of the header {@code X-Crisp-Request-Timestamp}, exactly
	 * as received
	 * @param body the body of the request, exactly as received
	 * @return whether the request was signed with the secret
	 */
	public boolean verify(@Nullable String signature, @Nullable String timestamp, byte[] body) {
		byte[] decoded = decode(signature);
		return decoded != null && timestamp != null && MessageDigest.isEqual(compute(timestamp, body), decoded);
	}

	private byte @Nullable [] decode(@Nullable String signature) {
		if (signature == null || signature.length() != HmacSha256.LENGTH * 2) {
			return null;
		}
		try {
			return HexFormat.of().parseHex(signature);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private byte[] compute(String timestamp, byte[] body) {
		return this.hmac.of(OPENING, timestamp.getBytes(StandardCharsets.UTF_8), BETWEEN, body, CLOSING);
	}

}
