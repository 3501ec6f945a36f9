package io.github.crispspring.client.website.verify;

import org.jspecify.annotations.Nullable;

/**
 * The key with which the identities of visitors are signed.
 *
 * @param secret the key
 */
public record WebsiteVerifyKey(@Nullable String secret) {

	/**
	 * Describes the key without its secret.
	 */
	@Override
	public String toString() {
		return "WebsiteVerifyKey[]";
	}

}
