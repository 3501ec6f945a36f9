package io.github.crispspring.embedded;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The accounts of an embedded Crisp by name.
 */
final class Accounts {

	private final Map<String, EmbeddedAccount> accounts = new ConcurrentSkipListMap<>();

	Accounts(Credentials credentials) {
		put(new EmbeddedAccount(EmbeddedAccount.DEFAULT, credentials.identifier(), credentials.key(),
				credentials.webhookSecret(), credentials.webhookKey()));
	}

	void put(EmbeddedAccount account) {
		this.accounts.put(account.name(), account);
	}

	EmbeddedAccount get(String name) {
		EmbeddedAccount account = this.accounts.get(name);
		if (account == null) {
			throw new IllegalArgumentException("Account '%s' does not exist".formatted(name));
		}
		return account;
	}

	/**
	 * Return the accounts besides the one that always exists.
	 */
	List<EmbeddedAccount> further() {
		return this.accounts.values()
			.stream()
			.filter((account) -> !account.name().equals(EmbeddedAccount.DEFAULT))
			.toList();
	}

	/**
	 * Return the name of the account that a request is made with, {@code null} if there
	 * is none.
	 */
	@Nullable String find(@Nullable String authorization) {
		return (authorization != null)
				? find((account) -> Credentials.isEqual(authorization, "Basic " + Base64.getEncoder()
					.encodeToString((account.identifier() + ":" + account.key()).getBytes(StandardCharsets.UTF_8))))
				: null;
	}

	@Nullable String find(String identifier, String key) {
		return find((account) -> Credentials.isEqual(identifier, String.valueOf(account.identifier()))
				&& Credentials.isEqual(key, String.valueOf(account.key())));
	}

	private @Nullable String find(Predicate<EmbeddedAccount> matches) {
		return this.accounts.values()
			.stream()
			.filter((account) -> account.identifier() != null && account.key() != null && matches.test(account))
			.map(EmbeddedAccount::name)
			.findFirst()
			.orElse(null);
	}

}
