package io.github.crispspring.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import io.github.crispspring.webhook.CrispAcknowledgement;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties for the webhook endpoint.
 *
 * @param path Path of the endpoint.
 * @param secret Signing secret of the plugin webhook.
 * @param secrets Signing secrets of the plugin webhook. Several may be set during
 * rotation.
 * @param key Key in the URL of the website webhook.
 * @param timestampTolerance Maximum difference between the timestamp of a request and the
 * current time. Zero accepts requests of any age.
 * @param maxBodySize Maximum size of the body of a request.
 * @param readTimeout Maximum time from the headers of a request to the end of its body.
 * @param acknowledge When to acknowledge an event.
 * @param acknowledgeTimeout Maximum time that a request waits for the listeners.
 */
@ConfigurationProperties("crisp.webhook")
public record CrispWebhookProperties(@DefaultValue("/crisp/webhook") String path, @Nullable String secret,
		@Nullable List<String> secrets, @Nullable String key, @DefaultValue("1h") Duration timestampTolerance,
		@DefaultValue("1MB") DataSize maxBodySize, @DefaultValue("10s") Duration readTimeout,
		@DefaultValue("after-handling") CrispAcknowledgement acknowledge,
		@DefaultValue("5s") Duration acknowledgeTimeout) {

	private static final Duration LONGEST_TOLERANCE = Duration.ofDays(365);

	private static final Pattern PATH = Pattern.compile("/[^\\s*?{}#;]*");

	/**
	 * Trim the values, check that neither a secret nor the key is blank, and check the
	 * path and the limits.
	 */
	public CrispWebhookProperties {
		if (!PATH.matcher(path).matches()) {
			throw new InvalidConfigurationPropertyValueException("crisp.webhook.path", path,
					"Must start with '/' and must not contain '*', '?', '{', '}', '#', ';' or spaces.");
		}
		secret = PropertyChecks.notBlank("crisp.webhook.secret", secret);
		secrets = PropertyChecks.secrets("crisp.webhook", secret, secrets);
		key = PropertyChecks.notBlank("crisp.webhook.key", key);
		PropertyChecks.between("crisp.webhook.timestamp-tolerance", timestampTolerance, Duration.ZERO,
				LONGEST_TOLERANCE);
		PropertyChecks.size("crisp.webhook.max-body-size", maxBodySize);
		PropertyChecks.timeout("crisp.webhook.read-timeout", readTimeout);
		PropertyChecks.timeout("crisp.webhook.acknowledge-timeout", acknowledgeTimeout);
	}

	/**
	 * Return the signing secrets of the plugin webhook.
	 * @return the values of {@code crisp.webhook.secret} and
	 * {@code crisp.webhook.secrets}, none if neither is set
	 */
	@Override
	public List<String> secrets() {
		return (this.secrets != null) ? this.secrets : List.of();
	}

	/**
	 * Describes the properties without the secrets.
	 */
	@Override
	public String toString() {
		return "CrispWebhookProperties[path=" + this.path + ", timestampTolerance=" + this.timestampTolerance
				+ ", maxBodySize=" + this.maxBodySize + ", readTimeout=" + this.readTimeout + ", acknowledge="
				+ this.acknowledge + ", acknowledgeTimeout=" + this.acknowledgeTimeout + "]";
	}

}
