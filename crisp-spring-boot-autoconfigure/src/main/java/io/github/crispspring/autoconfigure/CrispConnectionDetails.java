package io.github.crispspring.autoconfigure;

import java.net.URI;

import io.github.crispspring.client.CrispRestBuilder;
import io.github.crispspring.client.CrispTier;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Details required to connect to Crisp. A bean of this type takes the place of the
 * {@code crisp.*} properties that say the same.
 */
public interface CrispConnectionDetails extends ConnectionDetails {

	/**
	 * Return the identifier of the token.
	 * @return the identifier
	 */
	String getIdentifier();

	/**
	 * Return the secret key of the token.
	 * @return the key
	 */
	String getKey();

	/**
	 * Return the tier of the token.
	 * @return the tier
	 */
	default CrispTier getTier() {
		return CrispTier.PLUGIN;
	}

	/**
	 * Return the website to use where none is named.
	 * @return the identifier of the website, or {@code null} if there is none
	 */
	default @Nullable String getWebsiteId() {
		return null;
	}

	/**
	 * Return where Crisp's REST API is.
	 * @return the URL before {@code /v1}
	 */
	default URI getBaseUrl() {
		return CrispRestBuilder.DEFAULT_BASE_URL;
	}

}
