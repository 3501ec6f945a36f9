package io.github.crispspring.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

import io.github.crispspring.signature.CrispSignature;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Verifier of webhook requests. Webhooks of plugins are signed. Webhooks of websites
 * contain a key in their URL instead.
 */
public final class CrispWebhookVerifier {

	/**
	 * Length of an HMAC-SHA256 in hexadecimal digits.
	 */
	private static final int SIGNATURE_LENGTH = 64;

	private final List<CrispSignature> signatures;

	private final byte @Nullable [] key;

	private final RequestAge age;

	/**
	 * Create a verifier.
	 * @param secrets the secrets that a request may be signed with, several during
	 * rotation
	 * @param key the key that the URL of an unsigned request must contain, or
	 * {@code null} if unsigned requests are rejected
	 * @param tolerance the maximum difference between the timestamp of a signed request
	 * and the current time, zero to accept any timestamp
	 * @param clock the clock to compare timestamps with
	 * @throws IllegalArgumentException if neither a secret nor a key has text, or the
	 * tolerance is negative
	 */
	public CrispWebhookVerifier(List<String> secrets, @Nullable String key, Duration tolerance, Clock clock) {
		// An empty value, for example of an unset variable, must not match any request
		this.signatures = secrets.stream().filter(StringUtils::hasText).map(CrispSignature::new).toList();
		this.key = StringUtils.hasText(key) ? key.getBytes(StandardCharsets.UTF_8) : null;
		Assert.isTrue(!this.signatures.isEmpty() || this.key != null, "Either 'secrets' or 'key' must not be empty");
		Assert.isTrue(!tolerance.isNegative(), "'tolerance' must not be negative");
		this.age = new RequestAge(tolerance, clock);
	}

	/**
	 * Verify the headers and the URL of a request before its body is received.
	 * @return the reason to reject the request, or {@code null} if its body has to be
	 * verified
	 */
	@Nullable WebhookRejection verifyHeaders(WebhookRequest request) {
		String signature = request.signature();
		if (signature == null) {
			return verifyKey(request.key());
		}
		if (this.signatures.isEmpty() || request.timestamp() == null || !isWellFormed(signature)) {
			return WebhookRejection.SIGNATURE;
		}
		return this.age.isAccepted(request.timestamp()) ? null : WebhookRejection.AGE;
	}

	/**
	 * Verify a request with its body.
	 * @return the reason to reject the request, or {@code null} if it is verified
	 */
	@Nullable WebhookRejection verify(WebhookRequest request, byte[] body) {
		String signature = request.signature();
		if (signature == null) {
			return verifyKey(request.key());
		}
		return isSigned(signature, request.timestamp(), body) ? null : WebhookRejection.SIGNATURE;
	}

	private boolean isWellFormed(String signature) {
		return signature.length() == SIGNATURE_LENGTH && signature.chars().allMatch(HexFormat::isHexDigit);
	}

	private @Nullable WebhookRejection verifyKey(@Nullable String candidate) {
		if (this.key == null || candidate == null) {
			return WebhookRejection.UNSIGNED;
		}
		return MessageDigest.isEqual(this.key, candidate.getBytes(StandardCharsets.UTF_8)) ? null
				: WebhookRejection.KEY;
	}

	private boolean isSigned(String signature, @Nullable String timestamp, byte[] body) {
		boolean signed = false;
		for (CrispSignature candidate : this.signatures) {
			signed |= candidate.verify(signature, timestamp, body);
		}
		return signed;
	}

}
