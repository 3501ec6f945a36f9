package io.github.crispspring;

import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.plugin.PluginClient;
import io.github.crispspring.client.website.WebsiteClient;

/**
 * Crisp's REST API, by what it is about. Where only one part is needed, inject that part,
 * such as {@link WebsiteClient}, instead.
 */
public final class CrispClient {

	private final WebsiteClient website;

	private final PluginClient plugin;

	/**
	 * Create a client. No connection is made.
	 * @param rest how calls are made
	 */
	public CrispClient(CrispRest rest) {
		this.website = rest.client(WebsiteClient.class);
		this.plugin = rest.client(PluginClient.class);
	}

	/**
	 * Return what can be done with a website.
	 * @return the client for websites
	 */
	public WebsiteClient website() {
		return this.website;
	}

	/**
	 * Return what a plugin can ask about itself.
	 * @return the client for plugins
	 */
	public PluginClient plugin() {
		return this.plugin;
	}

}
