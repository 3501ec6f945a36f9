package io.github.crispspring.autoconfigure;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Details required to verify webhooks. A bean of this type enables the webhook endpoint
 * and replaces the {@code crisp.webhook} properties for the secrets and the key. The type
 * is separate from {@link CrispConnectionDetails}, because an application may have
 * credentials and receive no webhooks.
 */
public interface CrispWebhookConnectionDetails extends ConnectionDetails {

	/**
	 * Return the signing secrets of the plugin webhook.
	 * @return the secrets, none if there is only a website webhook
	 */
	List<String> getSecrets();

	/**
	 * Return the key that the URL of a website webhook must have.
	 * @return the key, or {@code null} if there is no website webhook
	 */
	default @Nullable String getKey() {
		return null;
	}

}
