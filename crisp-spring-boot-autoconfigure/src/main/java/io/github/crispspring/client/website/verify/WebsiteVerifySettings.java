package io.github.crispspring.client.website.verify;

import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;

/**
 * Settings of identity verification.
 *
 * @param enabled whether identities are verified
 * @param extraFields the other fields, or {@code null} for none
 */
public record WebsiteVerifySettings(@Nullable Boolean enabled, @Nullable ExtraFields extraFields) {

	/**
	 * Create an instance without extra fields.
	 * @param enabled whether identities are verified
	 */
	public WebsiteVerifySettings(@Nullable Boolean enabled) {
		this(enabled, null);
	}

}
