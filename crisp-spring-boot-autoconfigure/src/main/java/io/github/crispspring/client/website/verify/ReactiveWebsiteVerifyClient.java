package io.github.crispspring.client.website.verify;

import io.github.crispspring.client.CrispAuthenticationException;
import io.github.crispspring.client.CrispNotFoundException;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Client for the identity verification of a website's visitors.
 * <p>
 * With the token of a plugin, a call fails with {@link CrispNotFoundException} if the
 * plugin is not installed on the website (reason {@code not_subscribed}), and with
 * {@link CrispAuthenticationException} if the token lacks a required scope.
 *
 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#website-verify">Website
 * Verify</a>
 */
@HttpExchange("/v1/website/{websiteId}/verify")
public interface ReactiveWebsiteVerifyClient {

	/**
	 * Return the settings of identity verification.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @return the settings
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-verify-settings">Get Verify
	 * Settings</a>
	 */
	@GetExchange("/settings")
	Mono<WebsiteVerifySettings> getVerifySettings(@PathVariable String websiteId);

	/**
	 * Enable or disable identity verification.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param settings the settings
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#update-verify-settings">Update
	 * Verify Settings</a>
	 */
	@PatchExchange("/settings")
	Mono<Void> updateVerifySettings(@PathVariable String websiteId, @RequestBody WebsiteVerifySettings settings);

	/**
	 * Enable or disable identity verification.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param enabled whether to verify identities
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#update-verify-settings">Update
	 * Verify Settings</a>
	 */
	default Mono<Void> updateVerifySettings(String websiteId, boolean enabled) {
		return updateVerifySettings(websiteId, new WebsiteVerifySettings(enabled));
	}

	/**
	 * Return the key that signs identities.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @return the key
	 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#get-verify-key">Get
	 * Verify Key</a>
	 */
	@GetExchange("/key")
	Mono<WebsiteVerifyKey> getVerifyKey(@PathVariable String websiteId);

	/**
	 * Replace the key that signs identities. {@link #getVerifyKey} returns the new key.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @return a signal that the request has completed
	 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#roll-verify-key">Roll
	 * Verify Key</a>
	 */
	@PostExchange("/key")
	Mono<Void> rollVerifyKey(@PathVariable String websiteId);

}
