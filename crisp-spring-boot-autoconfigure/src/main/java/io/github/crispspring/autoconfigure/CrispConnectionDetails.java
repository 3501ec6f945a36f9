package io.github.crispspring.autoconfigure;

import java.net.URI;

import io.github.crispspring.client.CrispCredentials;
import io.github.crispspring.client.CrispRestBuilder;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Details required to connect to Crisp. A bean of this type replaces the corresponding
 * {@code crisp.*} properties.
 */
public interface CrispConnectionDetails extends ConnectionDetails {

	/**
	 * Return the credentials of the account.
	 * @return the credentials
	 */
	CrispCredentials getCredentials();

	/**
	 * Return the website that the realtime connection of a website or user token receives
	 * events of.
	 * @return the identifier of the website, or {@code null} if it is not known
	 */
	default @Nullable String getWebsiteId() {
		return null;
	}

	/**
	 * Return the base URL of the REST API.
	 * @return the URL before {@code /v1}
	 */
	default URI getBaseUrl() {
		return CrispRestBuilder.DEFAULT_BASE_URL;
	}

}
