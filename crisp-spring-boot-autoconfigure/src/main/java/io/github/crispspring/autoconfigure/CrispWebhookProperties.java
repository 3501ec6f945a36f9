package io.github.crispspring.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.crispspring.webhook.CrispAcknowledgement;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties for the webhook endpoint.
 *
 * @param path Path of the endpoint.
 * @param secret Signing secret of the plugin webhook.
 * @param secrets Signing secrets of the plugin webhook. Several may be set during
 * rotation.
 * @param key Key that the URL of a website webhook must have.
 * @param timestampTolerance Longest time between the signing of a request and its
 * arrival, in both directions. Zero accepts requests of any age.
 * @param maxBodySize Largest body of a request.
 * @param readTimeout Longest time between the headers of a request and the end of its
 * body.
 * @param acknowledge When to acknowledge an event.
 * @param acknowledgeTimeout Longest time to keep Crisp waiting for the listeners.
 */
@ConfigurationProperties("crisp.webhook")
public record CrispWebhookProperties(@DefaultValue("/crisp/webhook") String path, @Nullable String secret,
		@Nullable List<String> secrets, @Nullable String key, @DefaultValue("1h") Duration timestampTolerance,
		@DefaultValue("1MB") DataSize maxBodySize, @DefaultValue("10s") Duration readTimeout,
		@DefaultValue("after-handling") CrispAcknowledgement acknowledge,
		@DefaultValue("5s") Duration acknowledgeTimeout) {

	private static final Duration LONGEST_TOLERANCE = Duration.ofDays(365);

	/**
	 * Trim the values, check that neither a secret nor the key is blank, and check the
	 * limits.
	 */
	public CrispWebhookProperties {
		secret = PropertyChecks.notBlank("crisp.webhook.secret", secret);
		secrets = all(secret, secrets);
		key = PropertyChecks.notBlank("crisp.webhook.key", key);
		PropertyChecks.between("crisp.webhook.timestamp-tolerance", timestampTolerance, Duration.ZERO,
				LONGEST_TOLERANCE);
		PropertyChecks.size("crisp.webhook.max-body-size", maxBodySize);
		PropertyChecks.timeout("crisp.webhook.read-timeout", readTimeout);
		PropertyChecks.timeout("crisp.webhook.acknowledge-timeout", acknowledgeTimeout);
	}

	private static List<String> all(@Nullable String secret, @Nullable List<String> secrets) {
		List<String> all = new ArrayList<>();
		if (secret != null) {
			all.add(secret);
		}
		if (secrets != null) {
			// An empty value is bound as an empty list
			if (secrets.isEmpty()) {
				throw PropertyChecks.blank("crisp.webhook.secrets");
			}
			secrets.forEach((each) -> all.add(PropertyChecks.notBlank("crisp.webhook.secrets", each)));
		}
		return List.copyOf(all);
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
