package io.github.crispspring.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

import io.github.crispspring.dispatch.CrispEventDeduplicator;
import io.github.crispspring.signature.CrispSignature;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Verifier of requests that a widget of a plugin sends to the application, for reactive
 * code. It checks the signature and the age of a request, and that it was not received
 * before.
 */
public final class ReactiveCrispWidgetVerifier {

	private static final String SIGNATURE = "X-Crisp-Signature";

	private static final String TIMESTAMP = "X-Crisp-Request-Timestamp";

	private final List<CrispSignature> signatures;

	private final RequestAge age;

	private final CrispEventDeduplicator deduplicator;

	/**
	 * Create a verifier.
	 * @param secrets the secrets that a request may be signed with, several during
	 * rotation
	 * @param tolerance the maximum difference between the timestamp of a request and the
	 * current time
	 * @param deduplicator remembers the requests that were received
	 * @param clock the clock to compare timestamps with
	 * @throws IllegalArgumentException if there is no secret, or the tolerance is not
	 * positive
	 */
	public ReactiveCrispWidgetVerifier(List<String> secrets, Duration tolerance, CrispEventDeduplicator deduplicator,
			Clock clock) {
		this.signatures = secrets.stream().filter(StringUtils::hasText).map(CrispSignature::new).toList();
		Assert.isTrue(!this.signatures.isEmpty(), "'secrets' must not be empty");
		Assert.isTrue(!tolerance.isNegative() && !tolerance.isZero(), "'tolerance' must be positive");
		this.age = new RequestAge(tolerance, clock);
		this.deduplicator = deduplicator;
	}

	/**
	 * Verify a request.
	 * @param headers the headers
	 * @param body the body exactly as received
	 * @return completes if the request is verified; an error of type
	 * {@link CrispWidgetRequestException} if it is rejected, which results in status 401
	 */
	public Mono<Void> verify(HttpHeaders headers, byte[] body) {
		return Mono.defer(() -> {
			String signature = headers.getFirst(SIGNATURE);
			String timestamp = headers.getFirst(TIMESTAMP);
			if (!isSigned(signature, timestamp, body) || timestamp == null) {
				return Mono.error(new CrispWidgetRequestException(
						"The signature is missing, or does not match 'crisp.widget.secrets'"));
			}
			if (!this.age.isAccepted(timestamp)) {
				return Mono.error(new CrispWidgetRequestException(
						"The timestamp differs from the current time by more than 'crisp.widget.timestamp-tolerance'"));
			}
			return this.deduplicator.claim("widget " + digest(timestamp, body))
				.switchIfEmpty(Mono.error(() -> new CrispWidgetRequestException("The request was received before")))
				.flatMap(CrispEventDeduplicator.Claim::complete);
		});
	}

	private boolean isSigned(@Nullable String signature, @Nullable String timestamp, byte[] body) {
		boolean signed = false;
		for (CrispSignature candidate : this.signatures) {
			signed |= candidate.verify(signature, timestamp, body);
		}
		return signed;
	}

	/**
	 * Identify a request by what is signed, as other headers can be changed.
	 */
	private static String digest(String timestamp, byte[] body) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(timestamp.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest.digest(body));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("SHA-256 is not available", ex);
		}
	}

}
