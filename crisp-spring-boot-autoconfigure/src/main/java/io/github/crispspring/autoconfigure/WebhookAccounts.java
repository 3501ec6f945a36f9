package io.github.crispspring.autoconfigure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.webhook.CrispWebhookAccount;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Accounts that receive webhooks. As a secret or a key identifies the account of a
 * request, no two accounts may have the same.
 */
final class WebhookAccounts {

	private final List<CrispWebhookAccount> accounts = new ArrayList<>();

	private final Map<String, String> secrets = new HashMap<>();

	private final Map<String, String> keys = new HashMap<>();

	/**
	 * Create the accounts.
	 * @param details the secrets and the key of the account without a name
	 * @param named the accounts by name
	 */
	WebhookAccounts(CrispWebhookConnectionDetails details, Map<String, CrispAccountProperties> named) {
		add(CrispDelivery.DEFAULT_ACCOUNT, "crisp.webhook", details.getSecrets(), details.getKey());
		named.forEach((name, account) -> add(name, AccountNames.PREFIX + "." + name + ".webhook",
				account.webhook().secrets(), account.webhook().key()));
	}

	private void add(String name, String prefix, List<String> secrets, @Nullable String key) {
		secrets.forEach((secret) -> assertUnique(this.secrets, secret, name, prefix + ".secret"));
		if (key != null) {
			assertUnique(this.keys, key, name, prefix + ".key");
		}
		if (!secrets.isEmpty() || key != null) {
			this.accounts.add(new CrispWebhookAccount(name, secrets, key));
		}
	}

	/**
	 * The failure does not contain the value, which is a secret.
	 */
	private static void assertUnique(Map<String, String> owners, String value, String account, String property) {
		String other = owners.putIfAbsent(value, account);
		if (other != null && !other.equals(account)) {
			throw new InvalidConfigurationPropertyValueException(property, null,
					"Account '%s' has the same value, so that the account of a webhook cannot be determined. Set it to the value that Crisp shows for account '%s', or remove one of the accounts."
						.formatted(other, account));
		}
	}

	/**
	 * Return the accounts that have a secret or a key.
	 */
	List<CrispWebhookAccount> toList() {
		return this.accounts;
	}

	/**
	 * Return whether webhooks of plugins are received, which are signed. Otherwise only
	 * those of websites are.
	 */
	boolean isSigned() {
		return !this.secrets.isEmpty();
	}

}
