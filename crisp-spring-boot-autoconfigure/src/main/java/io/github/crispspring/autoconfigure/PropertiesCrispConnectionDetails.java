package io.github.crispspring.autoconfigure;

import java.net.URI;

import io.github.crispspring.client.CrispCredentials;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.StringUtils;

/**
 * {@link CrispConnectionDetails} that are defined by the {@code crisp.*} properties.
 */
final class PropertiesCrispConnectionDetails implements CrispConnectionDetails {

	private final CrispRestProperties restProperties;

	private final ObjectProvider<CrispRtmProperties> rtmProperties;

	private final CrispCredentials credentials;

	PropertiesCrispConnectionDetails(CrispProperties crispProperties, CrispRestProperties restProperties,
			ObjectProvider<CrispRtmProperties> rtmProperties) {
		this.restProperties = restProperties;
		this.rtmProperties = rtmProperties;
		this.credentials = new CrispCredentials(required("crisp.identifier", crispProperties.identifier(), "crisp.key"),
				required("crisp.key", crispProperties.key(), "crisp.identifier"), crispProperties.tier());
	}

	private static String required(String name, @Nullable String value, String other) {
		if (!StringUtils.hasText(value)) {
			throw new InvalidConfigurationPropertyValueException(name, value,
					"Required because '%s' is set. Set both to the two parts of your Crisp token, or remove both."
						.formatted(other));
		}
		return value;
	}

	@Override
	public CrispCredentials getCredentials() {
		return this.credentials;
	}

	@Override
	public @Nullable String getWebsiteId() {
		CrispRtmProperties rtmProperties = this.rtmProperties.getIfUnique();
		return (rtmProperties != null) ? rtmProperties.websiteId() : null;
	}

	@Override
	public URI getBaseUrl() {
		return this.restProperties.baseUrl();
	}

}
