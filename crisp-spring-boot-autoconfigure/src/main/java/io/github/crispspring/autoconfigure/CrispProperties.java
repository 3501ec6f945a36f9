package io.github.crispspring.autoconfigure;

import java.util.Collections;
import java.util.Map;

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
 * @param accounts Further accounts by name, each with a token, webhook secrets and
 * settings of its realtime connection.
 */
@ConfigurationProperties("crisp")
record CrispProperties(@DefaultValue("true") boolean enabled, @Nullable String identifier, @Nullable String key,
		@DefaultValue("plugin") CrispTier tier, @DefaultValue Map<String, CrispAccountProperties> accounts) {

	/**
	 * Trim the values, check that the credentials are not blank, and that each named
	 * account is complete.
	 */
	public CrispProperties {
		identifier = PropertyChecks.notBlank("crisp.identifier", identifier);
		key = PropertyChecks.notBlank("crisp.key", key);
		accounts = Collections.unmodifiableMap(AccountNames.check(accounts));
	}

	/**
	 * Describes the properties without the credentials.
	 */
	@Override
	public String toString() {
		return "CrispProperties[enabled=" + this.enabled + ", tier=" + this.tier + ", accounts="
				+ this.accounts.keySet() + "]";
	}

}
