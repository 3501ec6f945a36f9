package io.github.crispspring.embedded.autoconfigure;

import java.util.List;

import io.github.crispspring.autoconfigure.CrispWebhookConnectionDetails;

/**
 * Details of the webhooks of an embedded Crisp.
 */
final class EmbeddedCrispWebhookDetails implements CrispWebhookConnectionDetails {

	private final List<String> secrets;

	private final String key;

	EmbeddedCrispWebhookDetails(List<String> secrets, String key) {
		this.secrets = secrets;
		this.key = key;
	}

	@Override
	public List<String> getSecrets() {
		return this.secrets;
	}

	@Override
	public String getKey() {
		return this.key;
	}

}
