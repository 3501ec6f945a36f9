package io.github.crispspring.rtm;

import io.github.crispspring.client.CrispCredentials;
import io.github.crispspring.client.CrispTier;
import org.jspecify.annotations.Nullable;

/**
 * Who connects.
 *
 * @param identifier the identifier of the token
 * @param key the secret key of the token
 * @param tier the tier of the token
 * @param websiteId the identifier of the website, which the website tier needs
 */
public record RtmCredentials(String identifier, String key, CrispTier tier, @Nullable String websiteId) {

	/**
	 * Create credentials.
	 * @param credentials the credentials of the account
	 * @param websiteId the identifier of the website, which the website tier needs
	 */
	public RtmCredentials(CrispCredentials credentials, @Nullable String websiteId) {
		this(credentials.identifier(), credentials.key(), credentials.tier(), websiteId);
	}

	/**
	 * Describes the credentials without the key.
	 */
	@Override
	public String toString() {
		return "RtmCredentials[tier=" + this.tier + ", websiteId=" + this.websiteId + "]";
	}

}
