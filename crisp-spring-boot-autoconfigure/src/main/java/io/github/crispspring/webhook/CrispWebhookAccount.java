package io.github.crispspring.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

import io.github.crispspring.signature.CrispSignature;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Account that receives webhooks, with what verifies its requests.
 */
public final class CrispWebhookAccount {

	private final String name;

	private final List<CrispSignature> signatures;

	private final byte @Nullable [] key;

	/**
	 * Create an account.
	 * @param name the name of the account
	 * @param secrets the secrets that a request may be signed with, several during
	 * rotation
	 * @param key the key that the URL of an unsigned request must contain, or
	 * {@code null} if unsigned requests are rejected
	 * @throws IllegalArgumentException if neither a secret nor a key has text
	 */
	public CrispWebhookAccount(String name, List<String> secrets, @Nullable String key) {
		this.name = name;
		// An empty value, for example of an unset variable, must not match any request
		this.signatures = secrets.stream().filter(StringUtils::hasText).map(CrispSignature::new).toList();
		this.key = StringUtils.hasText(key) ? comparable(key) : null;
		Assert.isTrue(isSigned() || hasKey(), "Either 'secrets' or 'key' must not be empty");
	}

	/**
	 * Return the name of the account.
	 * @return the name
	 */
	public String getName() {
		return this.name;
	}

	boolean isSigned() {
		return !this.signatures.isEmpty();
	}

	boolean hasKey() {
		return this.key != null;
	}

	/**
	 * Return the bytes of a key to compare. A plus and a space count as equal, as a plus
	 * that is not encoded in a URL stands for either.
	 */
	static byte[] comparable(String key) {
		return key.replace('+', ' ').getBytes(StandardCharsets.UTF_8);
	}

	boolean matchesKey(byte[] candidate) {
		return this.key != null && MessageDigest.isEqual(this.key, candidate);
	}

	boolean matchesSignature(String signature, @Nullable String timestamp, byte[] body) {
		boolean signed = false;
		for (CrispSignature candidate : this.signatures) {
			signed |= candidate.verify(signature, timestamp, body);
		}
		return signed;
	}

	/**
	 * Describes the account without its secrets.
	 */
	@Override
	public String toString() {
		return "CrispWebhookAccount[name=" + this.name + "]";
	}

}
