package io.github.crispspring.client.website.settings;

import io.github.crispspring.client.CrispAuthenticationException;
import io.github.crispspring.client.CrispNotFoundException;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;

/**
 * Client for the settings of a website and its chat box.
 * <p>
 * With the token of a plugin, a call fails with {@link CrispNotFoundException} if the
 * plugin is not installed on the website (reason {@code not_subscribed}), and with
 * {@link CrispAuthenticationException} if the token lacks a required scope.
 *
 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#website-settings">Website
 * Settings</a>
 */
@HttpExchange("/v1/website/{websiteId}/settings")
public interface ReactiveWebsiteSettingsClient {

	/**
	 * Return the settings of a website.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @return the settings
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-website-settings">Get Website
	 * Settings</a>
	 */
	@GetExchange
	Mono<WebsiteSettings> getWebsiteSettings(@PathVariable String websiteId);

	/**
	 * Change settings of a website. Absent values remain unchanged.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param settings the settings to change
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#update-website-settings">Update
	 * Website Settings</a>
	 */
	@PatchExchange
	Mono<Void> updateWebsiteSettings(@PathVariable String websiteId, @RequestBody WebsiteSettings settings);

}
