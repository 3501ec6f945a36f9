package io.github.crispspring.client;

import java.util.Locale;

/**
 * Tiers of tokens, which determine the routes that a token can call. The clients document
 * the tiers of each method. A call of a route for other tiers fails with the reason
 * {@code restricted_route_tier} or {@code invalid_session}.
 *
 * @see <a href=
 * "https://docs.crisp.chat/guides/rest-api/authentication/">Authentication</a>
 */
public enum CrispTier {

	/**
	 * A plugin token from the Marketplace, the usual choice for a server. It has access
	 * to the websites that have installed the plugin.
	 */
	PLUGIN,

	/**
	 * A token of one website, generated in its settings. Crisp's reference lists the
	 * tiers {@link #USER} and {@link #PLUGIN} only; according to public integrations,
	 * website tokens are accepted where plugin tokens are, for their website alone.
	 */
	WEBSITE,

	/**
	 * The token of a user account.
	 */
	USER;

	/**
	 * Return Crisp's name of this tier.
	 * @return the value sent to Crisp
	 */
	public String value() {
		return name().toLowerCase(Locale.ROOT);
	}

}
