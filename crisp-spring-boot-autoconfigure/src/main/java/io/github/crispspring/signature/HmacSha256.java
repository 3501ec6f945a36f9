package io.github.crispspring.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicReference;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * HMAC with SHA-256 and a fixed secret.
 */
final class HmacSha256 {

	static final int LENGTH = 32;

	private static final String ALGORITHM = "HmacSHA256";

	private final SecretKeySpec secret;

	/**
	 * The {@link Mac} that was used last, unless a thread is using it. It is ready for
	 * the next code, which saves looking up the algorithm and passing the secret.
	 */
	private final AtomicReference<@Nullable Mac> idle = new AtomicReference<>();

	HmacSha256(String secret) {
		Assert.hasText(secret, "'secret' must not be empty");
		this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
	}

	/**
	 * Compute the code of the concatenated parts.
	 */
	byte[] of(byte[]... parts) {
		try {
			Mac mac = this.idle.getAndSet(null);
			if (mac == null) {
				mac = Mac.getInstance(ALGORITHM);
				mac.init(this.secret);
			}
			for (byte[] part : parts) {
				mac.update(part);
			}
			byte[] code = mac.doFinal();
			this.idle.set(mac);
			return code;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(
					ALGORITHM + " is not available, although every Java platform must support it", ex);
		}
	}

}
