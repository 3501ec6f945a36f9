package io.github.crispspring.autoconfigure;

import io.github.crispspring.client.CrispTier;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties for the Crisp account.
 *
 * @param enabled Whether to enable the auto-configuration of Crisp.
 * @param identifier Identifier of the Crisp token.
 * @param key Secret key of the Crisp token.
 * @param tier Tier of the Crisp token.
 */
@ConfigurationProperties("crisp")
record CrispProperties(@DefaultValue("true") boolean enabled, @Nullable String identifier, @Nullable String key,
		@DefaultValue("plugin") CrispTier tier) {

	/**
	 * Trim the values and check that the credentials are not blank.
	 */
	public CrispProperties {
		identifier = PropertyChecks.notBlank("crisp.identifier", identifier);
		key = PropertyChecks.notBlank("crisp.key", key);
	}

	/**
	 * Describes the properties without the credentials.
	 */
	@Override
	public String toString() {
		return "CrispProperties[enabled=" + this.enabled + ", tier=" + this.tier + "]";
	}

}
