package io.github.crispspring.client.website.batch;

import java.util.List;
import java.util.Map;

import io.github.crispspring.client.BodyField;
import io.github.crispspring.client.CrispAuthenticationException;
import io.github.crispspring.client.CrispNotFoundException;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Client for operations on many conversations or profiles of a website. A call returns
 * once Crisp has accepted the operation, possibly before it has been carried out.
 * <p>
 * With the token of a plugin, a call fails with {@link CrispNotFoundException} if the
 * plugin is not installed on the website (reason {@code not_subscribed}), and with
 * {@link CrispAuthenticationException} if the token lacks a required scope.
 *
 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#website-batch">Website
 * Batch</a>
 */
@HttpExchange("/v1/website/{websiteId}")
public interface ReactiveWebsiteBatchClient {

	/**
	 * Resolve conversations.
	 * <p>
	 * <strong>Available to the user tier only.</strong>
	 * @param websiteId the identifier of the website
	 * @param operation the conversations
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#batch-resolve-items">Batch Resolve
	 * Conversations</a>
	 */
	@PatchExchange("/batch/resolve")
	Mono<Void> batchResolveConversations(@PathVariable String websiteId,
			@RequestBody WebsiteBatchConversationsOperation operation);

	/**
	 * Mark conversations as read.
	 * <p>
	 * <strong>Available to the user tier only.</strong>
	 * @param websiteId the identifier of the website
	 * @param operation the conversations
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#batch-read-items">Batch Read
	 * Conversations</a>
	 */
	@PatchExchange("/batch/read")
	Mono<Void> batchReadConversations(@PathVariable String websiteId,
			@RequestBody WebsiteBatchConversationsOperation operation);

	/**
	 * Delete conversations with all their messages. This cannot be undone.
	 * <p>
	 * <strong>Available to the user tier only.</strong>
	 * @param websiteId the identifier of the website
	 * @param operation the conversations
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#batch-remove-items">Batch Remove
	 * Conversations</a>
	 */
	@PatchExchange("/batch/remove")
	Mono<Void> batchRemoveConversations(@PathVariable String websiteId,
			@RequestBody WebsiteBatchConversationsOperation operation);

	/**
	 * Delete profiles.
	 * <p>
	 * <strong>Available to the user tier only.</strong>
	 * @param websiteId the identifier of the website
	 * @param people the profiles
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#batch-remove-items">Batch Remove
	 * People</a>
	 */
	@PatchExchange("/batch/remove")
	Mono<Void> batchRemovePeople(@PathVariable String websiteId, @BodyField WebsiteBatchPeopleOperation people);

	/**
	 * Reopen resolved conversations.
	 * <p>
	 * Crisp does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param operation the conversations
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#batch-unresolve-items">Batch
	 * Unresolve Conversations</a>
	 */
	@PatchExchange("/batch/unresolve")
	Mono<Void> batchUnresolveConversations(@PathVariable String websiteId,
			@RequestBody WebsiteBatchConversationsOperation operation);

	/**
	 * Mark conversations as unread.
	 * <p>
	 * Crisp does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param operation the conversations
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#batch-unread-items">Batch Unread
	 * Conversations</a>
	 */
	@PatchExchange("/batch/unread")
	Mono<Void> batchUnreadConversations(@PathVariable String websiteId,
			@RequestBody WebsiteBatchConversationsOperation operation);

	/**
	 * Report conversations.
	 * <p>
	 * Crisp does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param operation the conversations and the reason
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#batch-report-items">Batch Report
	 * Conversations</a>
	 */
	@PostExchange("/batch/report")
	Mono<Void> batchReportConversations(@PathVariable String websiteId,
			@RequestBody WebsiteBatchReportOperation operation);

	/**
	 * Block or unblock the visitors of conversations.
	 * <p>
	 * Crisp does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param operation the conversations and whether to block them
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#batch-block-items">Batch Block
	 * Conversations</a>
	 */
	@PatchExchange("/batch/block")
	Mono<Void> batchBlockConversations(@PathVariable String websiteId,
			@RequestBody WebsiteBatchBlockOperation operation);

	/**
	 * Assign conversations to an operator, or remove the assignment.
	 * <p>
	 * Crisp does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param operation the conversations and the operator
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#batch-routing-items">Batch Routing
	 * Conversations</a>
	 */
	@PatchExchange("/batch/routing")
	Mono<Void> batchRoutingConversations(@PathVariable String websiteId,
			@RequestBody WebsiteBatchRoutingOperation operation);

	/**
	 * Move conversations to an inbox, or back to the main inbox.
	 * <p>
	 * Crisp does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param operation the conversations and the inbox
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#batch-inbox-items">Batch Inbox
	 * Conversations</a>
	 */
	@PatchExchange("/batch/inbox")
	Mono<Void> batchInboxConversations(@PathVariable String websiteId,
			@RequestBody WebsiteBatchInboxOperation operation);

	/**
	 * Change the custom data of conversations.
	 * <p>
	 * Crisp does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param operation the conversations and the data
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#batch-data-items">Batch Update
	 * Conversations Data</a>
	 */
	@PatchExchange("/batch/data")
	Mono<Void> batchUpdateConversationsData(@PathVariable String websiteId,
			@RequestBody WebsiteBatchConversationsDataOperation operation);

	/**
	 * Change the custom data of profiles.
	 * <p>
	 * Crisp does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param people the profiles
	 * @param data the data by key: texts, numbers and booleans
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#batch-data-items">Batch Update
	 * People Data</a>
	 */
	@PatchExchange("/batch/data")
	Mono<Void> batchUpdatePeopleData(@PathVariable String websiteId, @BodyField WebsiteBatchPeopleOperation people,
			@BodyField Map<String, Object> data);

	/**
	 * Change the segments of conversations.
	 * <p>
	 * Crisp does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param operation the conversations and the segments
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#batch-segments-items">Batch Update
	 * Conversations Segments</a>
	 */
	@PatchExchange("/batch/segments")
	Mono<Void> batchUpdateConversationsSegments(@PathVariable String websiteId,
			@RequestBody WebsiteBatchConversationsSegmentsOperation operation);

	/**
	 * Change the segments of profiles.
	 * <p>
	 * Crisp does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param people the profiles
	 * @param segments the segments
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#batch-segments-items">Batch Update
	 * People Segments</a>
	 */
	@PatchExchange("/batch/segments")
	Mono<Void> batchUpdatePeopleSegments(@PathVariable String websiteId, @BodyField WebsiteBatchPeopleOperation people,
			@BodyField List<String> segments);

}
