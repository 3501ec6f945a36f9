package io.github.crispspring.autoconfigure;

import java.time.Duration;
import java.util.List;

import io.github.crispspring.webhook.CrispAcknowledgement;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties for the web hook endpoint of Crisp.
 *
 * @param path Path of the endpoint.
 * @param secrets Secrets that requests of a plugin hook may be signed with.
 * @param key Key that the URL of a website hook must have.
 * @param timestampTolerance Longest time between the signing of a request and its
 * arrival, in both directions. Zero accepts requests of any age.
 * @param maxBodySize Largest body of a request.
 * @param acknowledge When to acknowledge an event.
 * @param acknowledgeTimeout Longest time to keep Crisp waiting for the listeners.
 */
@ConfigurationProperties("crisp.webhook")
public record CrispWebhookProperties(@DefaultValue("/crisp/webhook") String path, @DefaultValue List<String> secrets,
		@Nullable String key, @DefaultValue("1h") Duration timestampTolerance,
		@DefaultValue("1MB") DataSize maxBodySize, @DefaultValue("after-handling") CrispAcknowledgement acknowledge,
		@DefaultValue("5s") Duration acknowledgeTimeout) {

	/**
	 * Describes the properties without the secrets.
	 */
	@Override
	public String toString() {
		return "CrispWebhookProperties[path=" + this.path + ", timestampTolerance=" + this.timestampTolerance
				+ ", maxBodySize=" + this.maxBodySize + ", acknowledge=" + this.acknowledge + ", acknowledgeTimeout="
				+ this.acknowledgeTimeout + "]";
	}

}
