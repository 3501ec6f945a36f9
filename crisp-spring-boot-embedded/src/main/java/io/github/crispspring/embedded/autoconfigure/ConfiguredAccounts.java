package io.github.crispspring.embedded.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.crispspring.embedded.EmbeddedAccount;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.core.env.Environment;

/**
 * The accounts that are configured with {@code crisp.accounts}.
 */
final class ConfiguredAccounts {

	private static final ConfigurationPropertyName NAME = ConfigurationPropertyName.of("crisp.accounts");

	private ConfiguredAccounts() {
	}

	/**
	 * Return whether an account is configured.
	 */
	static boolean isPresent(Environment environment) {
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source.containsDescendantOf(NAME) == ConfigurationPropertyState.PRESENT) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return the accounts, for an embedded Crisp that takes the place of the real one.
	 */
	static List<EmbeddedAccount> of(Environment environment) {
		List<EmbeddedAccount> accounts = new ArrayList<>();
		Binder.get(environment)
			.bind(NAME, Bindable.mapOf(String.class, Account.class))
			.orElse(Map.of())
			.forEach((name, account) -> accounts.add(new EmbeddedAccount(name, account.identifier(), account.key(),
					account.webhook().anySecret(), account.webhook().key())));
		return accounts;
	}

	/**
	 * Account with the properties that Crisp knows too.
	 */
	record Account(@Nullable String identifier, @Nullable String key, @DefaultValue Webhook webhook) {

	}

	/**
	 * Verification of webhooks.
	 */
	record Webhook(@Nullable String secret, @DefaultValue List<String> secrets, @Nullable String key) {

		@Nullable String anySecret() {
			return (this.secret != null || this.secrets.isEmpty()) ? this.secret : this.secrets.get(0);
		}

	}

}
