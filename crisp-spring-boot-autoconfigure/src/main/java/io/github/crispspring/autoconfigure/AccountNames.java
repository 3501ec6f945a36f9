package io.github.crispspring.autoconfigure;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.github.crispspring.event.CrispDelivery;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;

/**
 * Names of the accounts that are configured with {@value #PREFIX}. They are read from the
 * names of the properties, so that no value has to be available, for example during
 * ahead-of-time processing.
 */
final class AccountNames {

	static final String PREFIX = "crisp.accounts";

	private static final ConfigurationPropertyName ACCOUNTS = ConfigurationPropertyName.of(PREFIX);

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+(-[A-Za-z0-9]+)*");

	private AccountNames() {
	}

	/**
	 * Return the names of all accounts.
	 */
	static Set<String> of(Environment environment) {
		Set<String> names = new LinkedHashSet<>();
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source instanceof IterableConfigurationPropertySource iterable) {
				iterable.stream()
					.filter(ACCOUNTS::isAncestorOf)
					.map((property) -> property.getElement(ACCOUNTS.getNumberOfElements(), Form.ORIGINAL))
					.forEach(names::add);
			}
		}
		return distinct(names);
	}

	/**
	 * Return the names of the accounts for which one of the given properties is set.
	 * @param environment the environment
	 * @param properties the names of the properties after that of the account
	 */
	static List<String> with(Environment environment, String... properties) {
		return of(environment).stream()
			.filter((name) -> NAME.matcher(name).matches() && isSet(environment, name, properties))
			.toList();
	}

	/**
	 * Return the name of a property of an account.
	 */
	static ConfigurationPropertyName property(String account, String property) {
		return ACCOUNTS.append(account.toLowerCase(Locale.ROOT)).append(property);
	}

	private static boolean isSet(Environment environment, String account, String... properties) {
		for (String property : properties) {
			ConfigurationPropertyName name = property(account, property);
			for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
				if (source.getConfigurationProperty(name) != null
						|| source instanceof IterableConfigurationPropertySource iterable
								&& iterable.stream().anyMatch(name::isAncestorOf)) {
					return true;
				}
			}
		}
		return false;
	}

	/**
	 * Return the names in alphabetical order, without those that are the same account.
	 * The name of an environment variable has neither dashes nor capital letters, and
	 * completes an account that has them.
	 */
	static Set<String> distinct(Collection<String> names) {
		Map<String, String> distinct = new LinkedHashMap<>();
		for (String name : names) {
			String uniform = name.toLowerCase(Locale.ROOT).replace("-", "");
			distinct.merge(uniform, name, (first, second) -> first.equals(uniform) ? second : first);
		}
		return new TreeSet<>(distinct.values());
	}

	/**
	 * Check the names and the properties of accounts.
	 * @return the accounts with trimmed values, each once
	 */
	static Map<String, CrispAccountProperties> check(Map<String, CrispAccountProperties> accounts) {
		Map<String, CrispAccountProperties> checked = new LinkedHashMap<>();
		for (String name : distinct(accounts.keySet())) {
			if (!NAME.matcher(name).matches()) {
				throw new InvalidConfigurationPropertyValueException(PREFIX, name,
						"The name of an account must consist of letters and digits, and may contain dashes between them.");
			}
			if (name.equalsIgnoreCase(CrispDelivery.DEFAULT_ACCOUNT)) {
				throw new InvalidConfigurationPropertyValueException(PREFIX + "." + name, null,
						"'%s' is the name of the account that 'crisp.identifier' and 'crisp.key' define. Set these, or choose another name."
							.formatted(CrispDelivery.DEFAULT_ACCOUNT));
			}
			CrispAccountProperties account = accounts.get(name);
			if (account != null) {
				checked.put(name, account.check(name));
			}
		}
		return checked;
	}

}
