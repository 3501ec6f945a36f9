package io.github.crispspring.client.plugin;

/**
 * Query that selects websites and their level of detail.
 *
 * @param filterConfigured whether to list only websites for which the plugin is
 * configured
 * @param includePlan whether to include the plan of each website
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
