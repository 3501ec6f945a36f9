package io.github.crispspring;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.github.crispspring.client.CrispRest;
import org.jspecify.annotations.Nullable;

/**
 * Clients of several accounts by the name of the account. The account that is configured
 * without a name is called {@code default}, as in
 * {@link io.github.crispspring.event.CrispDelivery#account()}.
 * <p>
 * The clients of all accounts share their connections and event loops, but never a token.
 */
public final class CrispClients {

	private final Map<String, CrispRest> accounts;

	private final Map<String, CrispClient> clients = new HashMap<>();

	private final Map<String, ReactiveCrispClient> reactiveClients = new HashMap<>();

	/**
	 * Create the clients without opening a connection.
	 * @param accounts the factory for the clients of each account by its name
	 */
	public CrispClients(Map<String, CrispRest> accounts) {
		this.accounts = Collections.unmodifiableMap(new LinkedHashMap<>(accounts));
		accounts.forEach((name, rest) -> {
			this.clients.put(name, new CrispClient(rest));
			this.reactiveClients.put(name, new ReactiveCrispClient(rest));
		});
	}

	/**
	 * Return the accounts that have clients.
	 * @return the names of the accounts with credentials
	 */
	public Set<String> names() {
		return this.accounts.keySet();
	}

	/**
	 * Return the blocking client of an account.
	 * @param account the name of the account
	 * @return the client
	 * @throws IllegalArgumentException if there is no such account, or if it has no
	 * credentials
	 */
	public CrispClient get(String account) {
		return require(this.clients.get(account), account);
	}

	/**
	 * Return the reactive client of an account.
	 * @param account the name of the account
	 * @return the client
	 * @throws IllegalArgumentException if there is no such account, or if it has no
	 * credentials
	 */
	public ReactiveCrispClient reactive(String account) {
		return require(this.reactiveClients.get(account), account);
	}

	/**
	 * Return the factory for further clients of an account.
	 * @param account the name of the account
	 * @return the factory
	 * @throws IllegalArgumentException if there is no such account, or if it has no
	 * credentials
	 */
	public CrispRest rest(String account) {
		return require(this.accounts.get(account), account);
	}

	private <T> T require(@Nullable T value, String account) {
		if (value == null) {
			throw new IllegalArgumentException(
					"Account '%s' does not exist or has no credentials. The accounts with credentials are %s"
						.formatted(account, names()));
		}
		return value;
	}

}
