package io.github.crispspring.client.website.verify;

import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;

/**
 * Whether the identities of visitors are verified.
 *
 * @param enabled whether they are
 * @param extraFields the fields without a readable component, if any
 */
public record WebsiteVerifySettings(@Nullable Boolean enabled, @Nullable ExtraFields extraFields) {

	/**
	 * Create an instance without extra fields.
	 * @param enabled whether they are
	 */
	public WebsiteVerifySettings(@Nullable Boolean enabled) {
		this(enabled, null);
	}

}
