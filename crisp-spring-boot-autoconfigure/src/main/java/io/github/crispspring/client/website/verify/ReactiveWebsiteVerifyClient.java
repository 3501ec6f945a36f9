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
 * Whether a website has its visitors' identities verified, and with which key.
 * <p>
 * With the token of a plugin, a call fails with {@link CrispNotFoundException} if the
 * plugin is not installed on the website (reason {@code not_subscribed}), and with
 * {@link CrispAuthenticationException} if the token lacks a scope that the call needs.
 *
 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#website-verify">Website
 * Verify</a>
 */
@HttpExchange("/v1/website/{websiteId}/verify")
public interface ReactiveWebsiteVerifyClient {

	/**
	 * Read whether identities are verified.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @return the settings
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-verify-settings">Get Verify
	 * Settings</a>
	 */
	@GetExchange("/settings")
	Mono<WebsiteVerifySettings> getVerifySettings(@PathVariable String websiteId);

	/**
	 * Change whether identities are verified.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param settings the settings
	 * @return completes when it is changed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#update-verify-settings">Update
	 * Verify Settings</a>
	 */
	@PatchExchange("/settings")
	Mono<Void> updateVerifySettings(@PathVariable String websiteId, @RequestBody WebsiteVerifySettings settings);

	/**
	 * Change whether identities are verified.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param enabled whether identities are verified
	 * @return completes when it is changed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#update-verify-settings">Update
	 * Verify Settings</a>
	 */
	default Mono<Void> updateVerifySettings(String websiteId, boolean enabled) {
		return updateVerifySettings(websiteId, new WebsiteVerifySettings(enabled));
	}

	/**
	 * Read the key with which identities are signed.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @return the key
	 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#get-verify-key">Get
	 * Verify Key</a>
	 */
	@GetExchange("/key")
	Mono<WebsiteVerifyKey> getVerifyKey(@PathVariable String websiteId);

	/**
	 * Replace the key with which identities are signed.
	 * <p>
	 * The new one is read with {@link #getVerifyKey}. For the user, plugin and website
	 * tiers.
	 * @param websiteId the identifier of the website
	 * @return completes when it is replaced
	 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#roll-verify-key">Roll
	 * Verify Key</a>
	 */
	@PostExchange("/key")
	Mono<Void> rollVerifyKey(@PathVariable String websiteId);

}
