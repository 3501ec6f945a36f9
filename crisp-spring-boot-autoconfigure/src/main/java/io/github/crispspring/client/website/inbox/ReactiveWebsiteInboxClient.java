package io.github.crispspring.client.website.inbox;

import io.github.crispspring.client.CrispAuthenticationException;
import io.github.crispspring.client.CrispNotFoundException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * Client for the inboxes of a website.
 * <p>
 * With the token of a plugin, a call fails with {@link CrispNotFoundException} if the
 * plugin is not installed on the website (reason {@code not_subscribed}), and with
 * {@link CrispAuthenticationException} if the token lacks a required scope. In the former
 * case, methods that check for existence return {@code false} instead.
 *
 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#website-inbox">Website
 * Inbox</a>
 */
@HttpExchange("/v1/website/{websiteId}")
public interface ReactiveWebsiteInboxClient {

	/**
	 * List the inboxes of a website.
	 * <p>
	 * Crisp does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param pageNumber the number of the page, starting at 1
	 * @return the inboxes on the page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-website-inboxes">List
	 * Inboxes</a>
	 */
	@GetExchange("/inboxes/list/{pageNumber}")
	Flux<WebsiteInbox> listInboxes(@PathVariable String websiteId, @PathVariable int pageNumber);

	/**
	 * Change the order of inboxes.
	 * <p>
	 * Crisp does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param orders the positions of the inboxes
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#batch-order-website-inboxes">Batch
	 * Order Inboxes</a>
	 */
	@PatchExchange("/inboxes/batch/order")
	Mono<Void> batchOrderInboxes(@PathVariable String websiteId, @RequestBody WebsiteInboxOrders orders);

	/**
	 * Create an inbox.
	 * <p>
	 * Crisp does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param inbox the inbox
	 * @return the identifier of the new inbox
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#create-a-new-website-inbox">Create
	 * A New Inbox</a>
	 */
	@PostExchange("/inbox")
	Mono<CreatedWebsiteInbox> createNewInbox(@PathVariable String websiteId, @RequestBody WebsiteInbox inbox);

	/**
	 * Check whether an inbox exists.
	 * <p>
	 * Crisp does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param inboxId the identifier of the inbox
	 * @return whether it exists
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#check-if-website-inbox-exists">Check
	 * If Inbox Exists</a>
	 */
	@HttpExchange(method = "HEAD", url = "/inbox/{inboxId}")
	Mono<Boolean> checkInboxExists(@PathVariable String websiteId, @PathVariable String inboxId);

	/**
	 * Return an inbox.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if the inbox does not exist. Crisp does
	 * not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param inboxId the identifier of the inbox
	 * @return the inbox
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-website-inbox">Get Inbox</a>
	 */
	@GetExchange("/inbox/{inboxId}")
	Mono<WebsiteInbox> getInbox(@PathVariable String websiteId, @PathVariable String inboxId);

	/**
	 * Replace an inbox.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if the inbox does not exist. Crisp does
	 * not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param inboxId the identifier of the inbox
	 * @param inbox the new values of the inbox
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#save-website-inbox">Save Inbox</a>
	 */
	@PutExchange("/inbox/{inboxId}")
	Mono<Void> saveInbox(@PathVariable String websiteId, @PathVariable String inboxId, @RequestBody WebsiteInbox inbox);

	/**
	 * Delete an inbox.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if the inbox does not exist. Crisp does
	 * not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param inboxId the identifier of the inbox
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#delete-website-inbox">Delete
	 * Inbox</a>
	 */
	@DeleteExchange("/inbox/{inboxId}")
	Mono<Void> deleteInbox(@PathVariable String websiteId, @PathVariable String inboxId);

}
