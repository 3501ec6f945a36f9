package io.github.crispspring.autoconfigure.actuate;

import io.github.crispspring.autoconfigure.actuate.CrispDiagnosis.Finding;
import reactor.core.publisher.Flux;

/**
 * Reports checks that cannot be made, as what they check is not configured.
 */
final class ConfigurationCheck implements DiagnosticCheck {

	private final boolean credentials;

	private final boolean webhook;

	private final boolean urlGiven;

	/**
	 * Create a check.
	 * @param credentials whether there are credentials
	 * @param webhook whether there is a webhook endpoint
	 * @param urlGiven whether the URL of the webhook is to be checked
	 */
	ConfigurationCheck(boolean credentials, boolean webhook, boolean urlGiven) {
		this.credentials = credentials;
		this.webhook = webhook;
		this.urlGiven = urlGiven;
	}

	@Override
	public String name() {
		return "configuration";
	}

	@Override
	public Flux<Finding> findings() {
		Finding missingCredentials = Finding.unknown(name(),
				"There are no credentials, so neither the token, its scopes nor the clock can be checked.",
				"To make calls, set 'crisp.identifier' and 'crisp.key' to the two parts of the token.");
		Finding missingWebhook = Finding.error(name(), "There is no webhook endpoint that the URL could reach.",
				"Set 'crisp.webhook.secret' or 'crisp.webhook.key', and add a web server.");
		return Flux.concat(this.credentials ? Flux.empty() : Flux.just(missingCredentials),
				(this.webhook || !this.urlGiven) ? Flux.empty() : Flux.just(missingWebhook));
	}

}
