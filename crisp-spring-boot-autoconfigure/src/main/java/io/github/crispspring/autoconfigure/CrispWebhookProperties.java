package io.github.crispspring.autoconfigure;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties for the web hook endpoint of Crisp.
 *
 * @param path Path of the endpoint.
 * @param secrets Secrets that requests of a plugin hook may be signed with.
 * @param key Key that the URL of a website hook must have.
 * @param acknowledgeTimeout Longest time to keep Crisp waiting for the listeners.
 */
@ConfigurationProperties("crisp.webhook")
public record CrispWebhookProperties(@DefaultValue("/crisp/webhook") String path, @DefaultValue List<String> secrets,
		@Nullable String key, @DefaultValue("5s") Duration acknowledgeTimeout) {

	/**
	 * Describes the properties without the secrets.
	 */
	@Override
	public String toString() {
		return "CrispWebhookProperties[path=" + this.path + ", acknowledgeTimeout=" + this.acknowledgeTimeout + "]";
	}

}
