package io.github.crispspring.client.website.verify;

import org.jspecify.annotations.Nullable;

/**
 * Key that signs the identities of visitors.
 *
 * @param secret the key
 */
public record WebsiteVerifyKey(@Nullable String secret) {

	/**
	 * Return a description of the key without its secret.
	 */
	@Override
	public String toString() {
		return "WebsiteVerifyKey[]";
	}

}
