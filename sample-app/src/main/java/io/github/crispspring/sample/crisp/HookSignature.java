package io.github.crispspring.sample.crisp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signature of a webhook: the hexadecimal HMAC-SHA256 of {@code [timestamp;body]}.
 */
final class HookSignature {

	private HookSignature() {
	}

	static String of(String secret, String timestamp, byte[] body) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			mac.update(("[" + timestamp + ";").getBytes(StandardCharsets.UTF_8));
			mac.update(body);
			return HexFormat.of().formatHex(mac.doFinal("]".getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("HmacSHA256 is not available", ex);
		}
	}

}
