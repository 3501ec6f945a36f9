package io.github.crispspring.client.plugin;

/**
 * Which websites to list, and with what detail.
 *
 * @param filterConfigured only those for which the plugin is configured
 * @param includePlan whether to tell the plan of each website
 */
public record ConnectWebsiteQuery(boolean filterConfigured, boolean includePlan) {

	/**
	 * List all websites, without their plans.
	 * @return the query
	 */
	public static ConnectWebsiteQuery all() {
		return new ConnectWebsiteQuery(false, false);
	}

	/**
	 * List the websites for which the plugin is configured, without their plans.
	 * @return the query
	 */
	public static ConnectWebsiteQuery configured() {
		return new ConnectWebsiteQuery(true, false);
	}

}
