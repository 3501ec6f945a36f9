package io.github.crispspring.sample.crisp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Token that the embedded Crisp accepts, and the secret with which it signs webhooks.
 *
 * @param identifier the identifier of the token
 * @param key the key of the token
 * @param hookSecret the signing secret
 */
record Credentials(String identifier, String key, String hookSecret) {

	private static final Set<String> TIERS = Set.of("user", "website", "plugin");

	static Credentials random() {
		return new Credentials(UUID.randomUUID().toString(), randomHex(32), randomHex(16));
	}

	static String randomHex(int bytes) {
		byte[] random = new byte[bytes];
		new SecureRandom().nextBytes(random);
		return HexFormat.of().formatHex(random);
	}

	boolean matches(@Nullable String authorization, @Nullable String tier) {
		String expected = Base64.getEncoder()
			.encodeToString((this.identifier + ":" + this.key).getBytes(StandardCharsets.UTF_8));
		return authorization != null && same(authorization, "Basic " + expected) && isTier(tier);
	}

	boolean matches(String username, String password, @Nullable String tier) {
		return same(username, this.identifier) && same(password, this.key) && isTier(tier);
	}

	private static boolean isTier(@Nullable String tier) {
		return tier == null || TIERS.contains(tier);
	}

	private static boolean same(String given, String expected) {
		return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public String toString() {
		return "Credentials[" + this.identifier + "]";
	}

}
