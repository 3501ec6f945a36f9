package io.github.crispspring.autoconfigure.actuate;

import java.time.Duration;
import java.util.List;

import io.github.crispspring.client.CrispCredentials;
import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.CrispRetry;
import io.github.crispspring.client.CrispTier;
import io.github.crispspring.client.plugin.PluginConnectWebsite;
import io.github.crispspring.client.plugin.ReactivePluginConnectClient;
import io.github.crispspring.listener.CrispListenerRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Checks that call the REST API, each route once.
 */
final class AccountChecks implements DiagnosticChecks {

	private final CrispRest rest;

	private final CrispCredentials credentials;

	private final @Nullable String websiteId;

	private final CrispListenerRegistry listeners;

	private final Duration timestampTolerance;

	/**
	 * Create a factory.
	 * @param rest the client
	 * @param credentials the credentials of the client
	 * @param websiteId the website of the token, if it is known
	 * @param listeners the listeners, whose events require scopes
	 * @param timestampTolerance the difference between clocks at which webhooks are
	 * rejected, zero if they never are
	 */
	AccountChecks(CrispRest rest, CrispCredentials credentials, @Nullable String websiteId,
			CrispListenerRegistry listeners, Duration timestampTolerance) {
		this.rest = rest.withRetry(CrispRetry.none());
		this.credentials = credentials;
		this.websiteId = websiteId;
		this.listeners = listeners;
		this.timestampTolerance = timestampTolerance;
	}

	@Override
	public List<DiagnosticCheck> create(@Nullable String webhookUrl) {
		AccountCall account = new AccountCall(this.rest, this.credentials.tier(), this.websiteId);
		TokenCheck token = new TokenCheck(this.rest, this.credentials, this.websiteId, account);
		ClockCheck clock = new ClockCheck(account, this.timestampTolerance);
		if (this.credentials.tier() != CrispTier.PLUGIN) {
			return List.of(token, clock);
		}
		Mono<List<PluginConnectWebsite>> websites = this.rest.client(ReactivePluginConnectClient.class)
			.listAllConnectWebsites(1)
			.collectList()
			.cache();
		return List.of(token, clock, new WebsitesCheck(websites),
				new ScopesCheck(this.rest, websites, this.listeners::eventNames));
	}

}
