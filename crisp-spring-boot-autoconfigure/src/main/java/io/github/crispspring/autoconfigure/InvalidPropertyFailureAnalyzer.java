package io.github.crispspring.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Failure analyzer for {@code crisp.*} properties with an invalid value. It precedes the
 * analyzer of Spring Boot, which reports neither the origin nor the original text of a
 * value that was rejected after conversion.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class InvalidPropertyFailureAnalyzer extends AbstractFailureAnalyzer<InvalidConfigurationPropertyValueException> {

	private final Environment environment;

	InvalidPropertyFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure,
			InvalidConfigurationPropertyValueException cause) {
		if (!cause.getName().startsWith("crisp.")) {
			return null;
		}
		StringBuilder description = new StringBuilder("The configuration of Crisp is invalid:%n".formatted());
		description.append("%n    Property: %s".formatted(cause.getName()));
		ConfigurationProperty property = find(cause.getName());
		if (cause.getValue() != null) {
			Object value = (property != null) ? property.getValue() : cause.getValue();
			description.append("%n    Value: \"%s\"".formatted(value));
		}
		if (property != null && property.getOrigin() != null) {
			description.append("%n    Origin: %s".formatted(property.getOrigin()));
		}
		description.append("%n    Reason: %s".formatted(cause.getReason()));
		return new FailureAnalysis(description.toString(), "Update your application's configuration.", cause);
	}

	private @Nullable ConfigurationProperty find(String name) {
		ConfigurationPropertyName candidate = ConfigurationPropertyName.of(name);
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(this.environment)) {
			ConfigurationProperty property = source.getConfigurationProperty(candidate);
			if (property != null) {
				return property;
			}
		}
		return null;
	}

}
