package io.github.crispspring.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;

import io.github.crispspring.event.CrispDelivery;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Verifier of webhook requests. Webhooks of plugins are signed. Webhooks of websites
 * contain a key in their URL instead.
 */
public final class CrispWebhookVerifier {

	/**
	 * Length of an HMAC-SHA256 in hexadecimal digits.
	 */
	private static final int SIGNATURE_LENGTH = 64;

	private final List<CrispWebhookAccount> accounts;

	private final boolean signed;

	private final RequestAge age;

	/**
	 * Create a verifier for one account.
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
		this(List.of(new CrispWebhookAccount(CrispDelivery.DEFAULT_ACCOUNT, secrets, key)), tolerance, clock);
	}

	/**
	 * Create a verifier for several accounts. A request belongs to the account whose
	 * secret or key verifies it.
	 * @param accounts the accounts, of which no two may have the same secret or key
	 * @param tolerance the maximum difference between the timestamp of a signed request
	 * and the current time, zero to accept any timestamp
	 * @param clock the clock to compare timestamps with
	 * @throws IllegalArgumentException if there is no account, or the tolerance is
	 * negative
	 */
	public CrispWebhookVerifier(List<CrispWebhookAccount> accounts, Duration tolerance, Clock clock) {
		Assert.notEmpty(accounts, "'accounts' must not be empty");
		Assert.isTrue(!tolerance.isNegative(), "'tolerance' must not be negative");
		this.accounts = List.copyOf(accounts);
		this.signed = accounts.stream().anyMatch(CrispWebhookAccount::isSigned);
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
			return verifyKey(request.key()).rejection();
		}
		if (!this.signed || request.timestamp() == null || !isWellFormed(signature)) {
			return WebhookRejection.SIGNATURE;
		}
		return this.age.isAccepted(request.timestamp()) ? null : WebhookRejection.AGE;
	}

	/**
	 * Verify a request with its body.
	 * @return the account of the request, or the reason to reject it
	 */
	WebhookVerification verify(WebhookRequest request, byte[] body) {
		String signature = request.signature();
		if (signature == null) {
			return verifyKey(request.key());
		}
		return verify((account) -> account.matchesSignature(signature, request.timestamp(), body),
				WebhookRejection.SIGNATURE);
	}

	private boolean isWellFormed(String signature) {
		if (signature.length() != SIGNATURE_LENGTH) {
			return false;
		}
		for (int i = 0; i < signature.length(); i++) {
			if (!HexFormat.isHexDigit(signature.charAt(i))) {
				return false;
			}
		}
		return true;
	}

	private WebhookVerification verifyKey(@Nullable String candidate) {
		if (candidate == null || this.accounts.stream().noneMatch(CrispWebhookAccount::hasKey)) {
			return WebhookVerification.rejected(WebhookRejection.UNSIGNED);
		}
		byte[] key = CrispWebhookAccount.comparable(candidate);
		return verify((account) -> account.matchesKey(key), WebhookRejection.KEY);
	}

	/**
	 * Find the account of a request. The time that this takes does not depend on which
	 * account it is.
	 */
	private WebhookVerification verify(Predicate<CrispWebhookAccount> matches, WebhookRejection otherwise) {
		WebhookVerification verification = WebhookVerification.rejected(otherwise);
		for (CrispWebhookAccount account : this.accounts) {
			if (matches.test(account)) {
				verification = WebhookVerification.of(account);
			}
		}
		return verification;
	}

}
