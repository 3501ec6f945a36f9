package io.github.crispspring.embedded;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;

/**
 * The token that an embedded Crisp accepts, in every tier, and what it signs webhooks
 * with.
 */
record Credentials(String identifier, String key, String websiteId, String pluginId, String webhookSecret,
		String webhookKey) {

	private static final Set<String> TIERS = Set.of("user", "website", "plugin");

	static Credentials random(String websiteId) {
		return new Credentials(UUID.randomUUID().toString(), randomHex(32), websiteId, UUID.randomUUID().toString(),
				randomHex(16), randomHex(16));
	}

	static String randomHex(int bytes) {
		byte[] random = new byte[bytes];
		new SecureRandom().nextBytes(random);
		return HexFormat.of().formatHex(random);
	}

	static boolean isTier(String tier) {
		return TIERS.contains(tier);
	}

	static boolean isEqual(String given, String expected) {
		return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public String toString() {
		return "Credentials[websiteId=" + this.websiteId + "]";
	}

}
