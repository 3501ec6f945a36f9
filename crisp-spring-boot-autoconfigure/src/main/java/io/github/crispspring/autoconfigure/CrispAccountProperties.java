package io.github.crispspring.autoconfigure;

import java.net.URI;
import java.util.List;
import java.util.Set;

import io.github.crispspring.client.CrispCredentials;
import io.github.crispspring.client.CrispTier;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Configuration properties for a named Crisp account.
 *
 * @param identifier Identifier of the Crisp token.
 * @param key Secret key of the Crisp token.
 * @param tier Tier of the Crisp token.
 * @param websiteId Identifier of the website of a token whose tier is 'website' or
 * 'user'.
 * @param webhook Verification of the webhooks of the account.
 * @param rtm Realtime connection of the account.
 */
public record CrispAccountProperties(@Nullable String identifier, @Nullable String key,
		@DefaultValue("plugin") CrispTier tier, @Nullable String websiteId, @DefaultValue Webhook webhook,
		@DefaultValue Rtm rtm) {

	/**
	 * Return the credentials, {@code null} if the account only receives webhooks.
	 */
	@Nullable CrispCredentials credentials() {
		return (this.identifier != null && this.key != null)
				? new CrispCredentials(this.identifier, this.key, this.tier) : null;
	}

	/**
	 * Trim the values, and check that the account is complete. A record that is nested in
	 * a map does not know its name, which failures have to contain.
	 * @param name the name of the account
	 */
	CrispAccountProperties check(String name) {
		String prefix = AccountNames.PREFIX + "." + name + ".";
		String identifier = PropertyChecks.notBlank(prefix + "identifier", this.identifier);
		String key = PropertyChecks.notBlank(prefix + "key", this.key);
		Webhook webhook = this.webhook.check(prefix + "webhook");
		if (identifier == null && key != null) {
			throw missing(prefix + "identifier", prefix + "key");
		}
		if (key == null && identifier != null) {
			throw missing(prefix + "key", prefix + "identifier");
		}
		if (identifier == null && !webhook.isConfigured()) {
			throw new InvalidConfigurationPropertyValueException(prefix + "identifier", null,
					"Account '%s' has neither a token nor a webhook. Set '%sidentifier' and '%skey' to the two parts of its token, set '%swebhook.secret', or remove the account."
						.formatted(name, prefix, prefix, prefix));
		}
		return new CrispAccountProperties(identifier, key, this.tier, PropertyChecks.trim(this.websiteId), webhook,
				this.rtm.check(prefix + "rtm"));
	}

	private static InvalidConfigurationPropertyValueException missing(String name, String other) {
		return new InvalidConfigurationPropertyValueException(name, null,
				"Required because '%s' is set. Set both to the two parts of the account's Crisp token, or remove both."
					.formatted(other));
	}

	/**
	 * Describes the properties without the credentials.
	 */
	@Override
	public String toString() {
		return "CrispAccountProperties[tier=" + this.tier + ", websiteId=" + this.websiteId + ", rtm=" + this.rtm + "]";
	}

	/**
	 * Verification of the webhooks of an account.
	 *
	 * @param secret Signing secret of the plugin webhook.
	 * @param secrets Signing secrets of the plugin webhook. Several may be set during
	 * rotation.
	 * @param key Key in the URL of the website webhook.
	 */
	public record Webhook(@Nullable String secret, @Nullable List<String> secrets, @Nullable String key) {

		/**
		 * Return the signing secrets of the plugin webhook.
		 * @return the values of {@code secret} and {@code secrets}, none if neither is
		 * set
		 */
		@Override
		public List<String> secrets() {
			return (this.secrets != null) ? this.secrets : List.of();
		}

		/**
		 * Return whether requests of the account can be verified.
		 */
		boolean isConfigured() {
			return !secrets().isEmpty() || this.key != null;
		}

		private Webhook check(String prefix) {
			return new Webhook(PropertyChecks.notBlank(prefix + ".secret", this.secret),
					PropertyChecks.secrets(prefix, this.secret, this.secrets),
					PropertyChecks.notBlank(prefix + ".key", this.key));
		}

		/**
		 * Describes the properties without the secrets.
		 */
		@Override
		public String toString() {
			return "Webhook[]";
		}

	}

	/**
	 * Realtime connection of an account.
	 *
	 * @param enabled Whether to connect. By default, true if the account has credentials
	 * and no webhook.
	 * @param url URL to connect to instead of the one that Crisp returns.
	 * @param rooms Identifiers of the websites to receive events of. By default, all
	 * websites that the token has access to.
	 * @param events Names of the events to subscribe to, or patterns such as 'message:*'.
	 * By default, the value of 'crisp.rtm.events'.
	 * @param recover Whether to recover messages that visitors sent while disconnected.
	 * By default, the value of 'crisp.rtm.recover'.
	 */
	public record Rtm(@Nullable Boolean enabled, @Nullable URI url, @DefaultValue List<String> rooms,
			@DefaultValue Set<String> events, @Nullable Boolean recover) {

		private Rtm check(String prefix) {
			PropertyChecks.webSocketUrl(prefix + ".url", this.url);
			return new Rtm(this.enabled, this.url, List.copyOf(PropertyChecks.trim(this.rooms)),
					PropertyChecks.trim(this.events), this.recover);
		}

	}

}
