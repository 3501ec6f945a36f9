package io.github.crispspring.embedded;

import org.jspecify.annotations.Nullable;

/**
 * Further account of an embedded Crisp, such as another plugin on its website. Its token
 * is accepted in every tier, and it receives all events.
 *
 * @param name the name of the account in the application
 * @param identifier the identifier of its token, {@code null} if it has none
 * @param key the key of its token, {@code null} if it has none
 * @param webhookSecret the signing secret of its plugin webhook, {@code null} if it has
 * none
 * @param webhookKey the key in the URL of its website webhook, {@code null} if it has
 * none
 */
public record EmbeddedAccount(String name, @Nullable String identifier, @Nullable String key,
		@Nullable String webhookSecret, @Nullable String webhookKey) {

	/**
	 * The name of the account that every embedded Crisp has.
	 */
	public static final String DEFAULT = "default";

	/**
	 * Return whether the account has a webhook of a kind.
	 */
	boolean receives(EmbeddedCrisp.WebhookKind kind) {
		return ((kind == EmbeddedCrisp.WebhookKind.PLUGIN) ? this.webhookSecret : this.webhookKey) != null;
	}

	/**
	 * Describes the account without its token and its secrets.
	 */
	@Override
	public String toString() {
		return "EmbeddedAccount[name=" + this.name + "]";
	}

}
