package io.github.crispspring.webhook;

import org.jspecify.annotations.Nullable;

/**
 * Result of the verification of a request: the account whose secret or key verifies it,
 * or the reason to reject it.
 *
 * @param account the name of the account, {@code null} if the request is rejected
 * @param rejection the reason, {@code null} if the request is verified
 */
record WebhookVerification(@Nullable String account, @Nullable WebhookRejection rejection) {

	static WebhookVerification of(CrispWebhookAccount account) {
		return new WebhookVerification(account.getName(), null);
	}

	static WebhookVerification rejected(WebhookRejection rejection) {
		return new WebhookVerification(null, rejection);
	}

}
