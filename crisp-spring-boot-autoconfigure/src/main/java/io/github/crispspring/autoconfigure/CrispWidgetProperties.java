package io.github.crispspring.autoconfigure;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties for requests that widgets of a plugin send to the application.
 *
 * @param secrets Signing secrets of the widget. Several may be set during rotation.
 * @param timestampTolerance Maximum difference between the timestamp of a request and the
 * current time.
 */
@ConfigurationProperties("crisp.widget")
record CrispWidgetProperties(List<String> secrets, @DefaultValue("1h") Duration timestampTolerance) {

	/**
	 * Trim the secrets, check that none is blank, and check the tolerance.
	 */
	CrispWidgetProperties {
		if (secrets.isEmpty()) {
			throw PropertyChecks.blank("crisp.widget.secrets");
		}
		secrets = secrets.stream().map((secret) -> PropertyChecks.notBlank("crisp.widget.secrets", secret)).toList();
		PropertyChecks.timeout("crisp.widget.timestamp-tolerance", timestampTolerance);
	}

	/**
	 * Describes the properties without the secrets.
	 */
	@Override
	public String toString() {
		return "CrispWidgetProperties[timestampTolerance=" + this.timestampTolerance + "]";
	}

}
