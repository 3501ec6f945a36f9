package io.github.crispspring.autoconfigure.actuate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.crispspring.autoconfigure.actuate.CrispDiagnosis.Finding;
import io.github.crispspring.client.CrispCredentials;
import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.CrispRetry;
import io.github.crispspring.client.CrispTier;
import io.github.crispspring.client.plugin.PluginConnectWebsite;
import io.github.crispspring.client.plugin.ReactivePluginConnectClient;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.listener.CrispListenerRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Checks of each account that call the REST API, each route once.
 */
final class AccountChecks implements DiagnosticChecks {

	private final List<Account> accounts = new ArrayList<>();

	private final CrispListenerRegistry listeners;

	private final Duration timestampTolerance;

	/**
	 * Create a factory.
	 * @param listeners the listeners, whose events require scopes
	 * @param timestampTolerance the difference between clocks at which webhooks are
	 * rejected, zero if they never are
	 */
	AccountChecks(CrispListenerRegistry listeners, Duration timestampTolerance) {
		this.listeners = listeners;
		this.timestampTolerance = timestampTolerance;
	}

	/**
	 * Add an account.
	 * @param name the name
	 * @param rest the client
	 * @param credentials the credentials of the client
	 * @param websiteId the website of the token, if it is known
	 */
	void add(String name, CrispRest rest, CrispCredentials credentials, @Nullable String websiteId) {
		this.accounts.add(new Account(name, rest.withRetry(CrispRetry.none()), credentials, websiteId));
	}

	boolean isEmpty() {
		return this.accounts.isEmpty();
	}

	@Override
	public List<DiagnosticCheck> create(@Nullable String webhookUrl) {
		return this.accounts.stream()
			.flatMap((account) -> create(account).stream()
				.<DiagnosticCheck>map((check) -> account.isDefault() ? check : new Named(account.name(), check)))
			.toList();
	}

	private List<DiagnosticCheck> create(Account account) {
		CrispTier tier = account.credentials().tier();
		AccountCall call = new AccountCall(account.rest(), tier, account.websiteId());
		TokenCheck token = new TokenCheck(account.rest(), account.credentials(), account.websiteId(), call);
		ClockCheck clock = new ClockCheck(call, this.timestampTolerance);
		if (tier != CrispTier.PLUGIN) {
			return List.of(token, clock);
		}
		Mono<List<PluginConnectWebsite>> websites = account.rest()
			.client(ReactivePluginConnectClient.class)
			.listAllConnectWebsites(1)
			.collectList()
			.cache();
		return List.of(token, clock, new WebsitesCheck(websites),
				new ScopesCheck(account.rest(), websites, this.listeners::eventNames));
	}

	/**
	 * Account to check.
	 */
	private record Account(String name, CrispRest rest, CrispCredentials credentials, @Nullable String websiteId) {

		boolean isDefault() {
			return this.name.equals(CrispDelivery.DEFAULT_ACCOUNT);
		}

	}

	/**
	 * Check of a named account, whose findings contain the name.
	 */
	private record Named(String account, DiagnosticCheck check) implements DiagnosticCheck {

		@Override
		public String name() {
			return this.check.name() + " of " + this.account;
		}

		@Override
		public Flux<Finding> findings() {
			return this.check.findings()
				.map((finding) -> new Finding(finding.severity(), name(), finding.found(), finding.action()));
		}

	}

}
