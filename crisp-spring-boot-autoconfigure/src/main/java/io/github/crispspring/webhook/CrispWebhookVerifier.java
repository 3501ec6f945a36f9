package io.github.crispspring.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

import io.github.crispspring.signature.CrispSignature;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Decides whether a request is from Crisp. Plugin hooks are signed; website hooks have a
 * key in their URL instead.
 */
public final class CrispWebhookVerifier {

	/**
	 * In milliseconds it is the year 2001, in seconds the year 33658.
	 */
	private static final long LEAST_MILLISECONDS = 1_000_000_000_000L;

	/**
	 * The length of an HMAC-SHA256 in hexadecimal digits.
	 */
	private static final int SIGNATURE_LENGTH = 64;

	private static final Pattern DIGITS = Pattern.compile("[0-9]{1,15}");

	private final List<CrispSignature> signatures;

	private final byte @Nullable [] key;

	private final Duration tolerance;

	private final Clock clock;

	/**
	 * Create the proof.
	 * @param secrets the secrets a request may be signed with; several while a secret is
	 * being replaced
	 * @param key the key that the URL of a request that is not signed must have
	 * @param tolerance how far from now a request may have been signed, zero for any time
	 * @param clock tells the time
	 * @throws IllegalArgumentException if there is neither a secret nor a key, or the
	 * tolerance is negative
	 */
	public CrispWebhookVerifier(List<String> secrets, @Nullable String key, Duration tolerance, Clock clock) {
		// An empty value, as of an unset variable, must not let anybody in
		this.signatures = secrets.stream().filter(StringUtils::hasText).map(CrispSignature::new).toList();
		this.key = StringUtils.hasText(key) ? key.getBytes(StandardCharsets.UTF_8) : null;
		Assert.isTrue(!this.signatures.isEmpty() || this.key != null, "A secret or a key is required");
		Assert.isTrue(!tolerance.isNegative(), "'tolerance' must not be negative");
		this.tolerance = tolerance;
		this.clock = clock;
	}

	/**
	 * Check the headers and the URL of a request, so that the body of a request that
	 * cannot be from Crisp is not even received.
	 * @return why the request is rejected, or {@code null} if its body has to be verified
	 */
	@Nullable WebhookRejection refusal(WebhookRequest request) {
		String signature = request.signature();
		if (signature == null) {
			return refusalOfKey(request.key());
		}
		if (this.signatures.isEmpty() || request.timestamp() == null || !isWellFormed(signature)) {
			return WebhookRejection.SIGNATURE;
		}
		return isInTime(request.timestamp()) ? null : WebhookRejection.AGE;
	}

	/**
	 * Verify the body of a request that was not rejected because of its headers.
	 * @return why the request is rejected, or {@code null} if it is from Crisp
	 */
	@Nullable WebhookRejection refusal(WebhookRequest request, byte[] body) {
		String signature = request.signature();
		if (signature == null) {
			return refusalOfKey(request.key());
		}
		return isSigned(signature, request.timestamp(), body) ? null : WebhookRejection.SIGNATURE;
	}

	private boolean isWellFormed(String signature) {
		return signature.length() == SIGNATURE_LENGTH && signature.chars().allMatch(HexFormat::isHexDigit);
	}

	private @Nullable WebhookRejection refusalOfKey(@Nullable String candidate) {
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

	private boolean isInTime(String timestamp) {
		if (this.tolerance.isZero()) {
			return true;
		}
		if (!DIGITS.matcher(timestamp).matches()) {
			return false;
		}
		long time = Long.parseLong(timestamp);
		long milliseconds = (time < LEAST_MILLISECONDS) ? time * 1000 : time;
		return Math.abs(this.clock.millis() - milliseconds) <= this.tolerance.toMillis();
	}

}
