package io.github.crispspring;

import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.bucket.BucketClient;
import io.github.crispspring.client.media.MediaClient;
import io.github.crispspring.client.plan.PlanClient;
import io.github.crispspring.client.plugin.PluginClient;
import io.github.crispspring.client.website.WebsiteClient;

/**
 * Crisp's REST API, by what it is about. Where only one part is needed, inject that part,
 * such as {@link WebsiteClient}, instead.
 */
public final class CrispClient {

	private final WebsiteClient website;

	private final PluginClient plugin;

	private final PlanClient plan;

	private final MediaClient media;

	private final BucketClient bucket;

	/**
	 * Create a client. No connection is made.
	 * @param rest how calls are made
	 */
	public CrispClient(CrispRest rest) {
		this.website = rest.client(WebsiteClient.class);
		this.plugin = rest.client(PluginClient.class);
		this.plan = rest.client(PlanClient.class);
		this.media = rest.client(MediaClient.class);
		this.bucket = rest.client(BucketClient.class);
	}

	/**
	 * Return what can be done with a website.
	 * @return the client for websites
	 */
	public WebsiteClient website() {
		return this.website;
	}

	/**
	 * Return what can be done with plugins.
	 * @return the client for plugins
	 */
	public PluginClient plugin() {
		return this.plugin;
	}

	/**
	 * Return what can be done with plans.
	 * @return the client for plans
	 */
	public PlanClient plan() {
		return this.plan;
	}

	/**
	 * Return what can be done with media.
	 * @return the client for media
	 */
	public MediaClient media() {
		return this.media;
	}

	/**
	 * Return what can be done with file storage.
	 * @return the client for file storage
	 */
	public BucketClient bucket() {
		return this.bucket;
	}

}
