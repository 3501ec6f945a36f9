package io.github.crispspring.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The signature by which a request from Crisp is recognised: an HMAC with SHA-256 over
 * the request's timestamp and body. The body is taken as it was received, byte by byte;
 * JSON that was parsed and written again would not have the same signature.
 *
 * @see <a href="https://docs.crisp.chat/guides/web-hooks/">Web hooks</a>
 */
public final class CrispSignature {

	private static final String ALGORITHM = "HmacSHA256";

	private static final int LENGTH = 32;

	private final SecretKeySpec secret;

	/**
	 * Create a signature with a secret.
	 * @param secret the secret that is shared with Crisp
	 */
	public CrispSignature(String secret) {
		Assert.hasText(secret, "'secret' must not be empty");
		this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
	}

	/**
	 * Sign a request as Crisp does, for instance in a test.
	 * @param timestamp the value of the header {@code X-Crisp-Request-Timestamp}
	 * @param body the body of the request
	 * @return the signature in lower-case hexadecimal digits
	 */
	public String sign(String timestamp, byte[] body) {
		return HexFormat.of().formatHex(compute(timestamp, body));
	}

	/**
	 * Verify the signature of a request, in a time that does not tell how much of it is
	 * right.
	 * @param signature the value of the header {@code X-Crisp-Signature}
	 * @param timestamp the value of the header {@code X-Crisp-Request-Timestamp}
	 * @param body the body of the request
	 * @return whether the request was signed with the secret
	 */
	public boolean verify(@Nullable String signature, @Nullable String timestamp, byte[] body) {
		byte[] decoded = decode(signature);
		return decoded != null && timestamp != null && MessageDigest.isEqual(compute(timestamp, body), decoded);
	}

	private byte @Nullable [] decode(@Nullable String signature) {
		if (signature == null || signature.length() != LENGTH * 2) {
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
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.secret);
			mac.update((byte) '[');
			mac.update(timestamp.getBytes(StandardCharsets.UTF_8));
			mac.update((byte) ';');
			mac.update(body);
			mac.update((byte) ']');
			return mac.doFinal();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has " + ALGORITHM, ex);
		}
	}

}
