package io.github.crispspring.autoconfigure;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * {@link CrispWebhookConnectionDetails} that are defined by the {@code crisp.webhook.*}
 * properties.
 */
final class PropertiesCrispWebhookConnectionDetails implements CrispWebhookConnectionDetails {

	private final CrispWebhookProperties webhookProperties;

	PropertiesCrispWebhookConnectionDetails(CrispWebhookProperties webhookProperties) {
		this.webhookProperties = webhookProperties;
	}

	@Override
	public List<String> getSecrets() {
		return this.webhookProperties.secrets();
	}

	@Override
	public @Nullable String getKey() {
		return this.webhookProperties.key();
	}

}
