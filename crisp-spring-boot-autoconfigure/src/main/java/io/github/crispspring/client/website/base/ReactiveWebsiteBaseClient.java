package io.github.crispspring.client.website.base;

import io.github.crispspring.client.BodyField;
import io.github.crispspring.client.CrispAuthenticationException;
import io.github.crispspring.client.CrispNotFoundException;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Websites themselves.
 * <p>
 * With the token of a plugin, a call fails with {@link CrispNotFoundException} if the
 * plugin is not installed on the website (reason {@code not_subscribed}), and with
 * {@link CrispAuthenticationException} if the token lacks a scope that the call needs.
 * Methods that check whether something exists answer {@code false} rather than fail with
 * the former.
 *
 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#website-base">Website
 * Base</a>
 */
@HttpExchange("/v1/website")
public interface ReactiveWebsiteBaseClient {

	/**
	 * Check whether Crisp knows a website.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param domain the domain of the website
	 * @return whether it exists
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#check-if-website-exists">Check If
	 * Website Exists</a>
	 */
	@HttpExchange(method = "HEAD")
	Mono<Boolean> checkWebsiteExists(@RequestParam("domain") String domain);

	/**
	 * <strong>User tier only.</strong> Create a website.
	 * @param websiteData the name and domain of the website
	 * @return the new website
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#create-website">Create Website</a>
	 */
	@PostExchange
	Mono<Website> createWebsite(@RequestBody WebsiteCreate websiteData);

	/**
	 * Read a website.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @return the website
	 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#get-a-website">Get A
	 * Website</a>
	 */
	@GetExchange("/{websiteId}")
	Mono<Website> getWebsite(@PathVariable String websiteId);

	/**
	 * <strong>User tier only.</strong> Have a website deleted.
	 * <p>
	 * Until it is deleted, {@link #abortWebsiteDeletion} calls that off.
	 * @param websiteId the identifier of the website
	 * @param verify the proof that the owner of the token may delete it
	 * @return completes when its deletion is requested
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#delete-a-website">Delete A
	 * Website</a>
	 */
	@DeleteExchange("/{websiteId}")
	Mono<Void> deleteWebsite(@PathVariable String websiteId, @BodyField WebsiteRemoveVerify verify);

	/**
	 * <strong>User tier only.</strong> Call the deletion of a website off.
	 * @param websiteId the identifier of the website
	 * @return completes when it is called off
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#abort-website-deletion">Abort
	 * Website Deletion</a>
	 */
	@DeleteExchange("/{websiteId}/expunge")
	Mono<Void> abortWebsiteDeletion(@PathVariable String websiteId);

}
