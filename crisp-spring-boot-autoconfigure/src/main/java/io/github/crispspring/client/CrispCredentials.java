package io.github.crispspring.client;

import org.springframework.util.Assert;

/**
 * Credentials of a Crisp account, used by the REST API and the realtime connection.
 *
 * @param identifier the identifier of the token
 * @param key the secret key of the token
 * @param tier the tier of the token
 */
public record CrispCredentials(String identifier, String key, CrispTier tier) {

	/**
	 * Create credentials.
	 * @throws IllegalArgumentException if the identifier or the key is blank
	 */
	public CrispCredentials {
		Assert.hasText(identifier, "'identifier' must not be blank");
		Assert.hasText(key, "'key' must not be blank");
	}

	/**
	 * Create credentials of the {@linkplain CrispTier#PLUGIN plugin tier}.
	 * @param identifier the identifier of the token
	 * @param key the secret key of the token
	 * @throws IllegalArgumentException if the identifier or the key is blank
	 */
	public CrispCredentials(String identifier, String key) {
		this(identifier, key, CrispTier.PLUGIN);
	}

	/**
	 * Describes the credentials without the key.
	 */
	@Override
	public String toString() {
		return "CrispCredentials[identifier=" + this.identifier + ", tier=" + this.tier + "]";
	}

}
