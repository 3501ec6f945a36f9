package io.github.crispspring.client.website.conversation;

import java.util.Map;

import io.github.crispspring.client.BodyField;
import io.github.crispspring.client.CrispAuthenticationException;
import io.github.crispspring.client.CrispNotFoundException;
import io.github.crispspring.client.MayBeEmpty;
import io.github.crispspring.client.QueryFields;
import io.github.crispspring.message.MessageContent;
import io.github.crispspring.message.MessageUser;
import io.github.crispspring.model.ConversationPage;
import io.github.crispspring.model.ConversationState;
import io.github.crispspring.model.CustomEvent;
import io.github.crispspring.model.InboxId;
import io.github.crispspring.model.SuggestedDataKey;
import io.github.crispspring.model.SuggestedSegment;
import org.jspecify.annotations.Nullable;
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
 * Client for the conversations of a website and their messages.
 * <p>
 * With the token of a plugin, a call fails with {@link CrispNotFoundException} if the
 * plugin is not installed on the website (reason {@code not_subscribed}), and with
 * {@link CrispAuthenticationException} if the token lacks a required scope. In the former
 * case, methods that check for existence return {@code false} instead.
 *
 * @see <a href=
 * "https://docs.crisp.chat/references/rest-api/v1/#website-conversation">Website
 * Conversation</a>
 */
@HttpExchange("/v1/website/{websiteId}")
public interface ReactiveWebsiteConversationClient {

	/**
	 * List the conversations of a website.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param pageNumber the number of the page, starting at 1
	 * @param query the conversations to list and their order
	 * @return the conversations on the page, empty after the last page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-conversations">List
	 * Conversations</a>
	 */
	@GetExchange("/conversations/{pageNumber}")
	Flux<Conversation> listConversations(@PathVariable String websiteId, @PathVariable int pageNumber,
			@QueryFields ConversationListQuery query);

	/**
	 * List the conversations of a website.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param pageNumber the number of the page, starting at 1
	 * @return the conversations on the page, empty after the last page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-conversations">List
	 * Conversations</a>
	 */
	default Flux<Conversation> listConversations(String websiteId, int pageNumber) {
		return listConversations(websiteId, pageNumber, ConversationListQuery.builder().build());
	}

	/**
	 * List the segments used by conversations of the website.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param pageNumber the number of the page, starting at 1
	 * @return the segments on the page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-suggested-conversation-segments">List
	 * Suggested Conversation Segments</a>
	 */
	@GetExchange("/conversations/suggest/segments/{pageNumber}")
	Flux<SuggestedSegment> listSuggestedConversationSegments(@PathVariable String websiteId,
			@PathVariable int pageNumber);

	/**
	 * Stop suggesting a segment.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param segment the segment
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#delete-suggested-conversation-segment">Delete
	 * Suggested Conversation Segment</a>
	 */
	@DeleteExchange("/conversations/suggest/segment")
	Mono<Void> deleteSuggestedConversationSegment(@PathVariable String websiteId, @BodyField String segment);

	/**
	 * List the data keys used by conversations of the website.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param pageNumber the number of the page, starting at 1
	 * @return the data keys on the page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-suggested-conversation-data-keys">List
	 * Suggested Conversation Data Keys</a>
	 */
	@GetExchange("/conversations/suggest/data/{pageNumber}")
	Flux<SuggestedDataKey> listSuggestedConversationDataKeys(@PathVariable String websiteId,
			@PathVariable int pageNumber);

	/**
	 * Stop suggesting a data key.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param key the data key
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#delete-suggested-conversation-data-key">Delete
	 * Suggested Conversation Data Key</a>
	 */
	@DeleteExchange("/conversations/suggest/data")
	Mono<Void> deleteSuggestedConversationDataKey(@PathVariable String websiteId, @BodyField String key);

	/**
	 * List the messages that were held back as spam.
	 * <p>
	 * <strong>Available to the user tier only.</strong>
	 * @param websiteId the identifier of the website
	 * @param pageNumber the number of the page, starting at 1
	 * @return the held-back messages on the page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-spam-conversations">List Spam
	 * Conversations</a>
	 */
	@GetExchange("/conversations/spams/{pageNumber}")
	Flux<ConversationSpam> listSpamConversations(@PathVariable String websiteId, @PathVariable int pageNumber);

	/**
	 * Return the content of a message that was held back as spam.
	 * <p>
	 * <strong>Available to the user tier only.</strong> Fails with
	 * {@link CrispNotFoundException} if the message does not exist.
	 * @param websiteId the identifier of the website
	 * @param spamId the identifier of the held-back message
	 * @return the message with its content
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#resolve-spam-conversation-content">Resolve
	 * Spam Conversation Content</a>
	 */
	@GetExchange("/conversations/spam/{spamId}/content")
	Mono<ConversationSpamContent> resolveSpamConversationContent(@PathVariable String websiteId,
			@PathVariable String spamId);

	/**
	 * Submit the decision about a message that was held back as spam.
	 * <p>
	 * <strong>Available to the user tier only.</strong> Fails with
	 * {@link CrispNotFoundException} if the message does not exist.
	 * @param websiteId the identifier of the website
	 * @param spamId the identifier of the held-back message
	 * @param action the decision, such as {@code reject}
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#submit-spam-conversation-decision">Submit
	 * Spam Conversation Decision</a>
	 */
	@PostExchange("/conversations/spam/{spamId}/decision")
	Mono<Void> submitSpamConversationDecision(@PathVariable String websiteId, @PathVariable String spamId,
			@BodyField String action);

	/**
	 * Create a conversation.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @return the identifier of the new conversation
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#create-a-new-conversation">Create
	 * A New Conversation</a>
	 */
	@PostExchange("/conversation")
	Mono<CreatedConversation> createNewConversation(@PathVariable String websiteId);

	/**
	 * Check whether a conversation exists.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @return whether it exists
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#check-if-conversation-exists">Check
	 * If Conversation Exists</a>
	 */
	@HttpExchange(method = "HEAD", url = "/conversation/{sessionId}")
	Mono<Boolean> checkConversationExists(@PathVariable String websiteId, @PathVariable String sessionId);

	/**
	 * Return a conversation.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @return the conversation
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-a-conversation">Get A
	 * Conversation</a>
	 */
	@GetExchange("/conversation/{sessionId}")
	Mono<Conversation> getConversation(@PathVariable String websiteId, @PathVariable String sessionId);

	/**
	 * Delete a conversation with all its messages. This cannot be undone.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#remove-a-conversation">Remove A
	 * Conversation</a>
	 */
	@DeleteExchange("/conversation/{sessionId}")
	Mono<Void> removeConversation(@PathVariable String websiteId, @PathVariable String sessionId);

	/**
	 * Show the conversation of a known visitor in the inbox before the first message.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#initiate-a-conversation-with-existing-session">Initiate
	 * A Conversation With Existing Session</a>
	 */
	@PostExchange("/conversation/{sessionId}/initiate")
	Mono<Void> initiateConversationWithExistingSession(@PathVariable String websiteId, @PathVariable String sessionId);

	/**
	 * Return messages of a conversation, by default the newest.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param query the range of messages to return
	 * @return the messages, oldest first
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-messages-in-conversation">Get
	 * Messages In Conversation</a>
	 */
	@GetExchange("/conversation/{sessionId}/messages")
	Flux<ConversationMessage> getMessagesInConversation(@PathVariable String websiteId, @PathVariable String sessionId,
			@QueryFields MessageListQuery query);

	/**
	 * Return messages of a conversation, by default the newest.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @return the messages, oldest first
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-messages-in-conversation">Get
	 * Messages In Conversation</a>
	 */
	default Flux<ConversationMessage> getMessagesInConversation(String websiteId, String sessionId) {
		return getMessagesInConversation(websiteId, sessionId, MessageListQuery.latest());
	}

	/**
	 * Send a message. Its author is the website unless the message names another.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param message the message
	 * @return the fingerprint that identifies the message
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#send-a-message-in-conversation">Send
	 * A Message In Conversation</a>
	 */
	@PostExchange("/conversation/{sessionId}/message")
	Mono<SentConversationMessage> sendMessageInConversation(@PathVariable String websiteId,
			@PathVariable String sessionId, @RequestBody NewConversationMessage message);

	/**
	 * Send a message. Its author is the website unless the message names another.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param content the content of the message
	 * @return the fingerprint that identifies the message
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#send-a-message-in-conversation">Send
	 * A Message In Conversation</a>
	 */
	default Mono<SentConversationMessage> sendMessageInConversation(String websiteId, String sessionId,
			MessageContent content) {
		return sendMessageInConversation(websiteId, sessionId, NewConversationMessage.of(content));
	}

	/**
	 * Return a message.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation or the message does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param fingerprint the fingerprint of the message
	 * @return the message
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-a-message-in-conversation">Get
	 * A Message In Conversation</a>
	 */
	@GetExchange("/conversation/{sessionId}/message/{fingerprint}")
	Mono<ConversationMessage> getMessageInConversation(@PathVariable String websiteId, @PathVariable String sessionId,
			@PathVariable long fingerprint);

	/**
	 * Replace the content of a message.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation or the message does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param fingerprint the fingerprint of the message
	 * @param content the new content, of the same kind as that of the message
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#update-a-message-in-conversation">Update
	 * A Message In Conversation</a>
	 */
	@PatchExchange("/conversation/{sessionId}/message/{fingerprint}")
	Mono<Void> updateMessageInConversation(@PathVariable String websiteId, @PathVariable String sessionId,
			@PathVariable long fingerprint, @BodyField MessageContent content);

	/**
	 * Delete a message.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation or the message does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param fingerprint the fingerprint of the message
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#remove-a-message-in-conversation">Remove
	 * A Message In Conversation</a>
	 */
	@DeleteExchange("/conversation/{sessionId}/message/{fingerprint}")
	Mono<Void> removeMessageInConversation(@PathVariable String websiteId, @PathVariable String sessionId,
			@PathVariable long fingerprint);

	/**
	 * Show or hide the typing indicator.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param compose the state of the indicator and the author who is shown as typing
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#compose-a-message-in-conversation">Compose
	 * A Message In Conversation</a>
	 */
	@PatchExchange("/conversation/{sessionId}/compose")
	Mono<Void> composeMessageInConversation(@PathVariable String websiteId, @PathVariable String sessionId,
			@RequestBody ConversationTypingUpdate compose);

	/**
	 * Mark messages as read. Crisp sends the event
	 * {@code message:acknowledge:read:received} for messages of the visitor that an
	 * operator has read and {@code message:acknowledge:read:send} for messages of
	 * operators that the visitor has read.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param read the messages and the type of their author
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#mark-messages-as-read-in-conversation">Mark
	 * Messages As Read In Conversation</a>
	 */
	@PatchExchange("/conversation/{sessionId}/read")
	Mono<Void> markMessagesReadInConversation(@PathVariable String websiteId, @PathVariable String sessionId,
			@RequestBody ConversationReadMessageMark read);

	/**
	 * Mark a conversation as unread.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param unread the side for which the conversation is unread
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#mark-conversation-as-unread">Mark
	 * Conversation As Unread</a>
	 */
	@PatchExchange("/conversation/{sessionId}/unread")
	Mono<Void> markConversationAsUnread(@PathVariable String websiteId, @PathVariable String sessionId,
			@RequestBody ConversationUnreadMessageMark unread);

	/**
	 * Mark messages as delivered to their recipient.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param delivered the messages and the type of their author
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#mark-messages-as-delivered-in-conversation">Mark
	 * Messages As Delivered In Conversation</a>
	 */
	@PatchExchange("/conversation/{sessionId}/delivered")
	Mono<Void> markMessagesDeliveredInConversation(@PathVariable String websiteId, @PathVariable String sessionId,
			@RequestBody ConversationReadMessageMark delivered);

	/**
	 * Report to the other operators whether the owner of the token has the conversation
	 * open.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param opened whether the conversation is open
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#update-conversation-open-state">Update
	 * Conversation Open State</a>
	 */
	@PatchExchange("/conversation/{sessionId}/open")
	Mono<Void> updateConversationOpenState(@PathVariable String websiteId, @PathVariable String sessionId,
			@BodyField boolean opened);

	/**
	 * Return the operator to whom a conversation is assigned.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @return the assignment
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-conversation-routing-assign">Get
	 * Conversation Routing Assign</a>
	 */
	@GetExchange("/conversation/{sessionId}/routing")
	Mono<ConversationRouting> getConversationRoutingAssign(@PathVariable String websiteId,
			@PathVariable String sessionId);

	/**
	 * Assign a conversation to an operator, or remove the assignment.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param assign the operator, or none to remove the assignment
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#assign-conversation-routing">Assign
	 * Conversation Routing</a>
	 */
	@PatchExchange("/conversation/{sessionId}/routing")
	Mono<Void> assignConversationRouting(@PathVariable String websiteId, @PathVariable String sessionId,
			@RequestBody ConversationRoutingUpdate assign);

	/**
	 * Move a conversation to an inbox, or back to the main inbox.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param inboxId the identifier of the inbox
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#update-conversation-inbox">Update
	 * Conversation Inbox</a>
	 */
	@PatchExchange("/conversation/{sessionId}/inbox")
	Mono<Void> updateConversationInbox(@PathVariable String websiteId, @PathVariable String sessionId,
			@BodyField InboxId inboxId);

	/**
	 * Return the metadata of a conversation, which describes its visitor.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @return the metadata
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-conversation-metas">Get
	 * Conversation Metas</a>
	 */
	@GetExchange("/conversation/{sessionId}/meta")
	Mono<ConversationMeta> getConversationMetas(@PathVariable String websiteId, @PathVariable String sessionId);

	/**
	 * Change the metadata of a conversation, which describes its visitor. Absent values
	 * remain unchanged.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param metas the values to change
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#update-conversation-metas">Update
	 * Conversation Metas</a>
	 */
	@PatchExchange("/conversation/{sessionId}/meta")
	Mono<Void> updateConversationMetas(@PathVariable String websiteId, @PathVariable String sessionId,
			@RequestBody ConversationMeta metas);

	/**
	 * Return the original of a message, such as the full email.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation or the original does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param originalId the identifier of the original
	 * @return the original
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-an-original-message-in-conversation">Get
	 * An Original Message In Conversation</a>
	 */
	@GetExchange("/conversation/{sessionId}/original/{originalId}")
	Mono<ConversationOriginal> getOriginalMessageInConversation(@PathVariable String websiteId,
			@PathVariable String sessionId, @PathVariable String originalId);

	/**
	 * List the web pages that the visitor has viewed.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param pageNumber the number of the page, starting at 1
	 * @return the web pages on the page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-conversation-pages">List
	 * Conversation Pages</a>
	 */
	@GetExchange("/conversation/{sessionId}/pages/{pageNumber}")
	Flux<ConversationPage> listConversationPages(@PathVariable String websiteId, @PathVariable String sessionId,
			@PathVariable int pageNumber);

	/**
	 * List the custom events of the visitor.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param pageNumber the number of the page, starting at 1
	 * @return the events on the page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-conversation-events">List
	 * Conversation Events</a>
	 */
	@GetExchange("/conversation/{sessionId}/events/{pageNumber}")
	Flux<CustomEvent> listConversationEvents(@PathVariable String websiteId, @PathVariable String sessionId,
			@PathVariable int pageNumber);

	/**
	 * List the files sent in a conversation.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param pageNumber the number of the page, starting at 1
	 * @return the files on the page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-conversation-files">List
	 * Conversation Files</a>
	 */
	@GetExchange("/conversation/{sessionId}/files/{pageNumber}")
	Flux<ConversationFile> listConversationFiles(@PathVariable String websiteId, @PathVariable String sessionId,
			@PathVariable int pageNumber);

	/**
	 * Return the state of a conversation.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @return the state
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-conversation-state">Get
	 * Conversation State</a>
	 */
	@GetExchange("/conversation/{sessionId}/state")
	Mono<ConversationStateData> getConversationState(@PathVariable String websiteId, @PathVariable String sessionId);

	/**
	 * Change the state of a conversation, for instance to resolve it.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param state the new state
	 * @param user the user shown as the author of the action, or {@code null} for the
	 * owner of the token
	 * @param origin the origin of the action, such as a URN of the integration, or
	 * {@code null} for none
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#change-conversation-state">Change
	 * Conversation State</a>
	 */
	@PatchExchange("/conversation/{sessionId}/state")
	Mono<Void> changeConversationState(@PathVariable String websiteId, @PathVariable String sessionId,
			@BodyField ConversationState state, @BodyField @Nullable MessageUser user,
			@BodyField @Nullable String origin);

	/**
	 * Change the state of a conversation, for instance to resolve it.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param state the new state
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#change-conversation-state">Change
	 * Conversation State</a>
	 */
	default Mono<Void> changeConversationState(String websiteId, String sessionId, ConversationState state) {
		return changeConversationState(websiteId, sessionId, state, null, null);
	}

	/**
	 * Return the participants of a conversation other than the visitor.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @return the participants
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-conversation-participants">Get
	 * Conversation Participants</a>
	 */
	@GetExchange("/conversation/{sessionId}/participants")
	Mono<ConversationParticipants> getConversationParticipants(@PathVariable String websiteId,
			@PathVariable String sessionId);

	/**
	 * Replace the participants of a conversation other than the visitor.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param participants the participants
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#save-conversation-participants">Save
	 * Conversation Participants</a>
	 */
	@PutExchange("/conversation/{sessionId}/participants")
	Mono<Void> saveConversationParticipants(@PathVariable String websiteId, @PathVariable String sessionId,
			@RequestBody ConversationParticipantsUpdate participants);

	/**
	 * Return whether the visitor is blocked.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @return whether the visitor is blocked
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-block-status-for-conversation">Get
	 * Block Status For Conversation</a>
	 */
	@GetExchange("/conversation/{sessionId}/block")
	Mono<ConversationBlock> getBlockStatusForConversation(@PathVariable String websiteId,
			@PathVariable String sessionId);

	/**
	 * Block or unblock the visitor.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param blocked whether to block
	 * @param user the user shown as the author of the action, or {@code null} for the
	 * owner of the token
	 * @param origin the origin of the action, such as a URN of the integration, or
	 * {@code null} for none
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#block-incoming-messages-for-conversation">Block
	 * Incoming Messages For Conversation</a>
	 */
	@PatchExchange("/conversation/{sessionId}/block")
	Mono<Void> blockIncomingMessagesForConversation(@PathVariable String websiteId, @PathVariable String sessionId,
			@BodyField boolean blocked, @BodyField @Nullable MessageUser user, @BodyField @Nullable String origin);

	/**
	 * Block or unblock the visitor.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param blocked whether to block
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#block-incoming-messages-for-conversation">Block
	 * Incoming Messages For Conversation</a>
	 */
	default Mono<Void> blockIncomingMessagesForConversation(String websiteId, String sessionId, boolean blocked) {
		return blockIncomingMessagesForConversation(websiteId, sessionId, blocked, null, null);
	}

	/**
	 * Return whether the identity of the visitor is verified.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @return whether the identity is verified, and how
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-verify-status-for-conversation">Get
	 * Verify Status For Conversation</a>
	 */
	@GetExchange("/conversation/{sessionId}/verify")
	Mono<ConversationVerifyStatus> getVerifyStatusForConversation(@PathVariable String websiteId,
			@PathVariable String sessionId);

	/**
	 * Mark the identity of the visitor as verified or not verified.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param verified whether the identity is verified
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#update-verify-status-for-conversation">Update
	 * Verify Status For Conversation</a>
	 */
	@PatchExchange("/conversation/{sessionId}/verify")
	Mono<Void> updateVerifyStatusForConversation(@PathVariable String websiteId, @PathVariable String sessionId,
			@BodyField boolean verified);

	/**
	 * Request that the visitor verify an identity.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param verification the identity and the way to verify it
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#request-identity-verification-for-conversation">Request
	 * Identity Verification For Conversation</a>
	 */
	@PostExchange("/conversation/{sessionId}/verify/identity")
	Mono<Void> requestIdentityVerificationForConversation(@PathVariable String websiteId,
			@PathVariable String sessionId, @RequestBody ConversationVerifyIdentityRequest verification);

	/**
	 * Redeem the link with which the visitor verifies an identity.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if the conversation does not exist. Crisp
	 * does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param verification the identity and the token from the link
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#redeem-identity-verification-link-for-conversation">Redeem
	 * Identity Verification Link For Conversation</a>
	 */
	@PutExchange("/conversation/{sessionId}/verify/identity/link")
	Mono<Void> redeemIdentityVerificationLinkForConversation(@PathVariable String websiteId,
			@PathVariable String sessionId, @RequestBody ConversationVerifyIdentityRedeem verification);

	/**
	 * Send the transcript of a conversation by email.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param to the recipient, such as {@code operator}
	 * @param email the email address to use if the recipient has none
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#request-email-transcript-for-conversation">Request
	 * Email Transcript For Conversation</a>
	 */
	@PostExchange("/conversation/{sessionId}/transcript")
	Mono<Void> requestEmailTranscriptForConversation(@PathVariable String websiteId, @PathVariable String sessionId,
			@BodyField String to, @BodyField @Nullable String email);

	/**
	 * Send the transcript of a conversation by email.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param to the recipient, such as {@code operator}
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#request-email-transcript-for-conversation">Request
	 * Email Transcript For Conversation</a>
	 */
	default Mono<Void> requestEmailTranscriptForConversation(String websiteId, String sessionId, String to) {
		return requestEmailTranscriptForConversation(websiteId, sessionId, to, null);
	}

	/**
	 * Reset the chat box of the visitor, who starts with a new session.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#request-chatbox-binding-purge-for-conversation">Request
	 * Chatbox Binding Purge For Conversation</a>
	 */
	@PostExchange("/conversation/{sessionId}/purge")
	Mono<Void> requestChatboxBindingPurgeForConversation(@PathVariable String websiteId,
			@PathVariable String sessionId);

	/**
	 * Request that the visitor rate the conversation.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#request-user-feedback-for-conversation">Request
	 * User Feedback For Conversation</a>
	 */
	@PostExchange("/conversation/{sessionId}/feedback")
	Mono<Void> requestUserFeedbackForConversation(@PathVariable String websiteId, @PathVariable String sessionId);

	/**
	 * List the browsing sessions of a conversation.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @return the browsing sessions
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-browsing-sessions-for-conversation">List
	 * Browsing Sessions For Conversation</a>
	 */
	@GetExchange("/conversation/{sessionId}/browsing")
	Flux<ConversationBrowsing> listBrowsingSessionsForConversation(@PathVariable String websiteId,
			@PathVariable String sessionId);

	/**
	 * Start a browsing session, in which an operator sees the page of the visitor.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#initiate-browsing-session-for-conversation">Initiate
	 * Browsing Session For Conversation</a>
	 */
	@PostExchange("/conversation/{sessionId}/browsing")
	Mono<Void> initiateBrowsingSessionForConversation(@PathVariable String websiteId, @PathVariable String sessionId);

	/**
	 * Send an action to a browsing session.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation or the browsing session does not
	 * exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param browsingId the identifier of the browsing session
	 * @param action the action, such as {@code stop}
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#send-action-to-an-existing-browsing-session">Send
	 * Action To An Existing Browsing Session</a>
	 */
	@PatchExchange("/conversation/{sessionId}/browsing/{browsingId}")
	Mono<Void> sendActionToExistingBrowsingSession(@PathVariable String websiteId, @PathVariable String sessionId,
			@PathVariable String browsingId, @BodyField String action);

	/**
	 * Assist the visitor in a browsing session, for example by showing the operator's
	 * mouse pointer.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation or the browsing session does not
	 * exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param browsingId the identifier of the browsing session
	 * @param assist the action and its arguments by name
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#assist-an-existing-browsing-session">Assist
	 * Existing Browsing Session</a>
	 */
	@PatchExchange("/conversation/{sessionId}/browsing/{browsingId}/assist")
	Mono<Void> assistExistingBrowsingSession(@PathVariable String websiteId, @PathVariable String sessionId,
			@PathVariable String browsingId, @RequestBody Map<String, Object> assist);

	/**
	 * Call the visitor.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param mode the kind of call, such as {@code video}
	 * @param user the user shown as the author of the action, or {@code null} for the
	 * owner of the token
	 * @param origin the origin of the action, such as a URN of the integration, or
	 * {@code null} for none
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#initiate-new-call-session-for-conversation">Initiate
	 * New Call Session For Conversation</a>
	 */
	@PostExchange("/conversation/{sessionId}/call")
	Mono<Void> initiateNewCallSessionForConversation(@PathVariable String websiteId, @PathVariable String sessionId,
			@BodyField String mode, @BodyField @Nullable MessageUser user, @BodyField @Nullable String origin);

	/**
	 * Call the visitor.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param mode the kind of call, such as {@code video}
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#initiate-new-call-session-for-conversation">Initiate
	 * New Call Session For Conversation</a>
	 */
	default Mono<Void> initiateNewCallSessionForConversation(String websiteId, String sessionId, String mode) {
		return initiateNewCallSessionForConversation(websiteId, sessionId, mode, null, null);
	}

	/**
	 * Return the ongoing call.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @return the call
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-ongoing-call-session-for-conversation">Get
	 * Ongoing Call Session For Conversation</a>
	 */
	@GetExchange("/conversation/{sessionId}/call")
	Mono<ConversationCall> getOngoingCallSessionForConversation(@PathVariable String websiteId,
			@PathVariable String sessionId);

	/**
	 * End a call.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation or the call does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param callId the identifier of the call
	 * @param user the user shown as the author of the action, or {@code null} for the
	 * owner of the token
	 * @param origin the origin of the action, such as a URN of the integration, or
	 * {@code null} for none
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#abort-ongoing-call-session-for-conversation">Abort
	 * Ongoing Call Session For Conversation</a>
	 */
	@DeleteExchange("/conversation/{sessionId}/call/{callId}")
	Mono<Void> abortOngoingCallSessionForConversation(@PathVariable String websiteId, @PathVariable String sessionId,
			@PathVariable String callId, @BodyField @Nullable MessageUser user, @BodyField @Nullable String origin);

	/**
	 * End a call.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation or the call does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param callId the identifier of the call
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#abort-ongoing-call-session-for-conversation">Abort
	 * Ongoing Call Session For Conversation</a>
	 */
	default Mono<Void> abortOngoingCallSessionForConversation(String websiteId, String sessionId, String callId) {
		return abortOngoingCallSessionForConversation(websiteId, sessionId, callId, null, null);
	}

	/**
	 * Send a signal to the other participant of a call.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation or the call does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param callId the identifier of the call
	 * @param payload the type of the signal and its payload
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#transmit-signaling-on-ongoing-call-session">Transmit
	 * Signaling On Ongoing Call Session</a>
	 */
	@PatchExchange("/conversation/{sessionId}/call/{callId}")
	Mono<Void> transmitSignalingOnOngoingCallSession(@PathVariable String websiteId, @PathVariable String sessionId,
			@PathVariable String callId, @RequestBody Map<String, Object> payload);

	/**
	 * Notify a plugin that a button of its widget was clicked.
	 * <p>
	 * <strong>Available to the user tier only.</strong> Fails with
	 * {@link CrispNotFoundException} if the conversation or the plugin does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param pluginId the identifier of the plugin
	 * @param sectionId the identifier of the section
	 * @param itemId the identifier of the item
	 * @param data the data of the widget
	 * @param value the value of the item, or {@code null} for none
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#deliver-widget-button-action-for-conversation">Deliver
	 * Widget Button Action For Conversation</a>
	 */
	@PostExchange("/conversation/{sessionId}/widget/{pluginId}/button")
	Mono<Void> deliverWidgetButtonActionForConversation(@PathVariable String websiteId, @PathVariable String sessionId,
			@PathVariable String pluginId, @BodyField String sectionId, @BodyField String itemId,
			@BodyField Map<String, Object> data, @BodyField @Nullable String value);

	/**
	 * Notify a plugin that a button of its widget was clicked.
	 * <p>
	 * <strong>Available to the user tier only.</strong> Fails with
	 * {@link CrispNotFoundException} if the conversation or the plugin does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param pluginId the identifier of the plugin
	 * @param sectionId the identifier of the section
	 * @param itemId the identifier of the item
	 * @param data the data of the widget
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#deliver-widget-button-action-for-conversation">Deliver
	 * Widget Button Action For Conversation</a>
	 */
	default Mono<Void> deliverWidgetButtonActionForConversation(String websiteId, String sessionId, String pluginId,
			String sectionId, String itemId, Map<String, Object> data) {
		return deliverWidgetButtonActionForConversation(websiteId, sessionId, pluginId, sectionId, itemId, data, null);
	}

	/**
	 * Request data of a widget from its plugin.
	 * <p>
	 * <strong>Available to the user tier only.</strong> Fails with
	 * {@link CrispNotFoundException} if the conversation or the plugin does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param pluginId the identifier of the plugin
	 * @param sectionId the identifier of the section
	 * @param itemId the identifier of the item
	 * @param data the data of the widget
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#deliver-widget-data-action-for-conversation">Deliver
	 * Widget Data Fetch Action For Conversation</a>
	 */
	@PostExchange("/conversation/{sessionId}/widget/{pluginId}/data")
	Mono<Void> deliverWidgetDataFetchActionForConversation(@PathVariable String websiteId,
			@PathVariable String sessionId, @PathVariable String pluginId, @BodyField String sectionId,
			@BodyField String itemId, @BodyField Map<String, Object> data);

	/**
	 * Notify a plugin that a value of its widget was edited.
	 * <p>
	 * <strong>Available to the user tier only.</strong> Fails with
	 * {@link CrispNotFoundException} if the conversation or the plugin does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param pluginId the identifier of the plugin
	 * @param sectionId the identifier of the section
	 * @param itemId the identifier of the item
	 * @param value the new value
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#deliver-widget-data-action-for-conversation">Deliver
	 * Widget Data Edit Action For Conversation</a>
	 */
	@PostExchange("/conversation/{sessionId}/widget/{pluginId}/data")
	Mono<Void> deliverWidgetDataEditActionForConversation(@PathVariable String websiteId,
			@PathVariable String sessionId, @PathVariable String pluginId, @BodyField String sectionId,
			@BodyField String itemId, @BodyField String value);

	/**
	 * Schedule a reminder of a conversation.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param reminder the time of the reminder and its note
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#schedule-a-reminder-for-conversation">Schedule
	 * A Reminder For Conversation</a>
	 */
	@PostExchange("/conversation/{sessionId}/reminder")
	Mono<Void> scheduleReminderForConversation(@PathVariable String websiteId, @PathVariable String sessionId,
			@RequestBody ConversationReminder reminder);

	/**
	 * Report a conversation, for example as spam.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the conversation does not exist.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param flag the reason, such as {@code spam}
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#report-conversation">Report
	 * Conversation</a>
	 */
	@PostExchange("/conversation/{sessionId}/report")
	Mono<Void> reportConversation(@PathVariable String websiteId, @PathVariable String sessionId,
			@BodyField String flag);

	/**
	 * Return the relations of a conversation: the one it was created from and those
	 * created from it.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if the conversation does not exist. Crisp
	 * does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @return the relations
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-conversation-relations">Get
	 * Conversation Relations</a>
	 */
	@GetExchange("/conversation/{sessionId}/relations")
	Mono<ConversationRelations> getConversationRelations(@PathVariable String websiteId,
			@PathVariable String sessionId);

	/**
	 * Request a tool call in a conversation.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if the conversation does not exist. Crisp
	 * does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param command the command, such as {@code list_tools}
	 * @param payload the arguments of the command, or {@code null} for none
	 * @return the result of the tool, whose format Crisp does not document
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#request-tool-call-for-conversation">Request
	 * Tool Call For Conversation</a>
	 */
	@MayBeEmpty
	@PostExchange("/conversation/{sessionId}/tool")
	Mono<Map<String, Object>> requestToolCallForConversation(@PathVariable String websiteId,
			@PathVariable String sessionId, @BodyField String command,
			@BodyField @Nullable Map<String, Object> payload);

	/**
	 * Request a tool call in a conversation.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if the conversation does not exist. Crisp
	 * does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param command the command, such as {@code list_tools}
	 * @return the result of the tool, whose format Crisp does not document
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#request-tool-call-for-conversation">Request
	 * Tool Call For Conversation</a>
	 */
	@MayBeEmpty
	default Mono<Map<String, Object>> requestToolCallForConversation(String websiteId, String sessionId,
			String command) {
		return requestToolCallForConversation(websiteId, sessionId, command, null);
	}

}
