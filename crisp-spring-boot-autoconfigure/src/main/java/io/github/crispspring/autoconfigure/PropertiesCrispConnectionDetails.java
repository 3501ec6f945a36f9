package io.github.crispspring.autoconfigure;

import java.net.URI;

import io.github.crispspring.client.CrispTier;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.StringUtils;

/**
 * Adapts {@link CrispProperties} to {@link CrispConnectionDetails}.
 */
final class PropertiesCrispConnectionDetails implements CrispConnectionDetails {

	private final CrispProperties properties;

	private final String identifier;

	private final String key;

	PropertiesCrispConnectionDetails(CrispProperties properties) {
		this.properties = properties;
		this.identifier = required("crisp.identifier", properties.identifier(), "crisp.key");
		this.key = required("crisp.key", properties.key(), "crisp.identifier");
	}

	private static String required(String name, @Nullable String value, String other) {
		if (!StringUtils.hasText(value)) {
			throw new InvalidConfigurationPropertyValueException(name, value,
					"It belongs together with '%s', which is set. Set both to the two parts of your Crisp token, or neither."
						.formatted(other));
		}
		return value;
	}

	@Override
	public String getIdentifier() {
		return this.identifier;
	}

	@Override
	public String getKey() {
		return this.key;
	}

	@Override
	public CrispTier getTier() {
		return this.properties.tier();
	}

	@Override
	public @Nullable String getWebsiteId() {
		return this.properties.websiteId();
	}

	@Override
	public URI getBaseUrl() {
		return this.properties.rest().baseUrl();
	}

}
