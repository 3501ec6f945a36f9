package io.github.crispspring.client.website.base;

import io.github.crispspring.client.BodyField;
import io.github.crispspring.client.CrispAuthenticationException;
import io.github.crispspring.client.CrispNotFoundException;
import io.github.crispspring.model.AccountVerification;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Client for creating, reading and deleting websites.
 * <p>
 * With the token of a plugin, a call fails with {@link CrispNotFoundException} if the
 * plugin is not installed on the website (reason {@code not_subscribed}), and with
 * {@link CrispAuthenticationException} if the token lacks a required scope. In the former
 * case, methods that check for existence return {@code false} instead.
 *
 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#website-base">Website
 * Base</a>
 */
@HttpExchange("/v1/website")
public interface ReactiveWebsiteBaseClient {

	/**
	 * Check whether a website exists.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param domain the domain of the website
	 * @return whether it exists
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#check-if-website-exists">Check If
	 * Website Exists</a>
	 */
	@HttpExchange(method = "HEAD")
	Mono<Boolean> checkWebsiteExists(@RequestParam("domain") String domain);

	/**
	 * Create a website.
	 * <p>
	 * <strong>Available to the user tier only.</strong>
	 * @param websiteData the name and domain of the website
	 * @return the new website
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#create-website">Create Website</a>
	 */
	@PostExchange
	Mono<Website> createWebsite(@RequestBody NewWebsite websiteData);

	/**
	 * Return a website.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @return the website
	 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#get-a-website">Get A
	 * Website</a>
	 */
	@GetExchange("/{websiteId}")
	Mono<Website> getWebsite(@PathVariable String websiteId);

	/**
	 * Request the deletion of a website.
	 * <p>
	 * {@link #abortWebsiteDeletion} aborts the deletion while it is pending.
	 * <strong>Available to the user tier only.</strong>
	 * @param websiteId the identifier of the website
	 * @param verify the verification that authorizes the deletion
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#delete-a-website">Delete A
	 * Website</a>
	 */
	@DeleteExchange("/{websiteId}")
	Mono<Void> deleteWebsite(@PathVariable String websiteId, @BodyField AccountVerification verify);

	/**
	 * Abort the deletion of a website.
	 * <p>
	 * <strong>Available to the user tier only.</strong>
	 * @param websiteId the identifier of the website
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#abort-website-deletion">Abort
	 * Website Deletion</a>
	 */
	@DeleteExchange("/{websiteId}/expunge")
	Mono<Void> abortWebsiteDeletion(@PathVariable String websiteId);

}
