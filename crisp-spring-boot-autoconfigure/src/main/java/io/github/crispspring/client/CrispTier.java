package io.github.crispspring.client;

import java.util.Locale;

/**
 * What kind of token the credentials are, which decides what they may do.
 *
 * @see <a href=
 * "https://docs.crisp.chat/guides/rest-api/authentication/">Authentication</a>
 */
public enum CrispTier {

	/**
	 * A plugin token from the Marketplace: the usual choice for a server. It sees the
	 * websites that installed the plugin.
	 */
	PLUGIN,

	/**
	 * A token of one website, generated in its settings.
	 */
	WEBSITE,

	/**
	 * The token of a user account.
	 */
	USER;

	/**
	 * Return Crisp's word for this tier.
	 * @return the value sent to Crisp
	 */
	public String value() {
		return name().toLowerCase(Locale.ROOT);
	}

}
