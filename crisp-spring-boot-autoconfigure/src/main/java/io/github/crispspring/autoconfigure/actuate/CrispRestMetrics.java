package io.github.crispspring.autoconfigure.actuate;

import java.util.Map;

import io.github.crispspring.client.CrispRest;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * {@link MeterBinder} for the calls that count towards the daily quota.
 */
final class CrispRestMetrics implements MeterBinder {

	private final Map<String, CrispRest> accounts;

	private final boolean severalAccounts;

	/**
	 * Create an instance.
	 * @param accounts how calls are made by the name of the account
	 * @param severalAccounts whether the account is a tag
	 */
	CrispRestMetrics(Map<String, CrispRest> accounts, boolean severalAccounts) {
		this.accounts = accounts;
		this.severalAccounts = severalAccounts;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.accounts.forEach((account, rest) -> Gauge.builder("crisp.rest.quota.used", rest, CrispRest::getCallsToday)
			.description("Calls of the day that count towards the daily quota")
			.tags(this.severalAccounts ? Tags.of("crisp.account", account) : Tags.empty())
			.baseUnit("calls")
			.register(registry));
	}

}
