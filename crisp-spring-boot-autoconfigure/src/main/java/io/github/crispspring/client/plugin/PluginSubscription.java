package io.github.crispspring.client.plugin;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Plugin that a website has installed.
 *
 * @param id the identifier of the plugin
 * @param urn the URN of the plugin
 * @param type the type
 * @param category the category
 * @param name the name
 * @param summary the summary
 * @param price the price
 * @param plans the plans
 * @param icon the URL of its icon
 * @param websiteUrl the URL of its website
 * @param contactUrl the contact of the developer
 * @param termsUrl the URL of its terms
 * @param privacyUrl the URL of its privacy policy
 * @param helpUrl the URL of its help
 * @param videoUrl the URL of a video about it
 * @param configurable whether it has settings
 * @param since the time of installation, as formatted by Crisp
 * @param active whether the subscription is active
 * @param websiteId the identifier of the website
 * @param cardId the identifier of the payment card
 */
public record PluginSubscription(@Nullable String id, @Nullable String urn, @Nullable String type,
		@Nullable String category, @Nullable String name, @Nullable String summary, @Nullable Double price,
		List<Plan> plans, @Nullable String icon, @Nullable String websiteUrl, @Nullable String contactUrl,
		@Nullable String termsUrl, @Nullable String privacyUrl, @Nullable String helpUrl, @Nullable String videoUrl,
		@Nullable Boolean configurable, @Nullable String since, @Nullable Boolean active, @Nullable String websiteId,
		@Nullable String cardId) {

	/**
	 * A plan of a plugin.
	 *
	 * @param id the identifier
	 * @param name the name
	 * @param price the price
	 */
	public record Plan(@Nullable String id, @Nullable String name, @Nullable Double price) {

	}

}
