package io.github.crispspring.client.website.conversation;

import java.util.Map;

import io.github.crispspring.client.BodyField;
import io.github.crispspring.client.CrispAuthenticationException;
import io.github.crispspring.client.CrispNotFoundException;
import io.github.crispspring.client.MayBeEmpty;
import io.github.crispspring.client.QueryFields;
import io.github.crispspring.model.ConversationPage;
import io.github.crispspring.model.ConversationState;
import io.github.crispspring.model.CustomEvent;
import io.github.crispspring.model.InboxId;
import io.github.crispspring.message.MessageContent;
import io.github.crispspring.message.MessageUser;
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
 * The conversations of a website and the messages in them.
 * <p>
 * With the token of a plugin, a call fails with {@link CrispNotFoundException} if the
 * plugin is not installed on the website (reason {@code not_subscribed}), and with
 * {@link CrispAuthenticationException} if the token lacks a scope that the call needs.
 * Methods that check whether something exists answer {@code false} rather than fail with
 * the former.
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
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param pageNumber the page, from 1
	 * @param query which conversations, and in what order
	 * @return the conversations of that page, none if there are no more
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
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param pageNumber the page, from 1
	 * @return the conversations of that page, none if there are no more
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-conversations">List
	 * Conversations</a>
	 */
	default Flux<Conversation> listConversations(String websiteId, int pageNumber) {
		return listConversations(websiteId, pageNumber, ConversationListQuery.builder().build());
	}

	/**
	 * List the segments that conversations of the website have been given.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param pageNumber the page, from 1
	 * @return the segments of that page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-suggested-conversation-segments">List
	 * Suggested Conversation Segments</a>
	 */
	@GetExchange("/conversations/suggest/segments/{pageNumber}")
	Flux<ConversationSuggestedSegment> listSuggestedConversationSegments(@PathVariable String websiteId,
			@PathVariable int pageNumber);

	/**
	 * Stop suggesting a segment.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param segment the segment
	 * @return completes when it is deleted
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#delete-suggested-conversation-segment">Delete
	 * Suggested Conversation Segment</a>
	 */
	@DeleteExchange("/conversations/suggest/segment")
	Mono<Void> deleteSuggestedConversationSegment(@PathVariable String websiteId, @BodyField String segment);

	/**
	 * List the data keys that conversations of the website use.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param pageNumber the page, from 1
	 * @return the keys of that page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-suggested-conversation-data-keys">List
	 * Suggested Conversation Data Keys</a>
	 */
	@GetExchange("/conversations/suggest/data/{pageNumber}")
	Flux<ConversationSuggestedData> listSuggestedConversationDataKeys(@PathVariable String websiteId,
			@PathVariable int pageNumber);

	/**
	 * Stop suggesting a data key.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param key the key
	 * @return completes when it is deleted
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#delete-suggested-conversation-data-key">Delete
	 * Suggested Conversation Data Key</a>
	 */
	@DeleteExchange("/conversations/suggest/data")
	Mono<Void> deleteSuggestedConversationDataKey(@PathVariable String websiteId, @BodyField String key);

	/**
	 * <strong>User tier only.</strong> List what was held back as spam.
	 * @param websiteId the identifier of the website
	 * @param pageNumber the page, from 1
	 * @return the held back messages of that page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-spam-conversations">List Spam
	 * Conversations</a>
	 */
	@GetExchange("/conversations/spams/{pageNumber}")
	Flux<ConversationSpam> listSpamConversations(@PathVariable String websiteId, @PathVariable int pageNumber);

	/**
	 * <strong>User tier only.</strong> Read a message that was held back as spam.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such message.
	 * @param websiteId the identifier of the website
	 * @param spamId the identifier of the held back message
	 * @return the message with its content
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#resolve-spam-conversation-content">Resolve
	 * Spam Conversation Content</a>
	 */
	@GetExchange("/conversations/spam/{spamId}/content")
	Mono<ConversationSpamContent> resolveSpamConversationContent(@PathVariable String websiteId,
			@PathVariable String spamId);

	/**
	 * <strong>User tier only.</strong> Decide what becomes of a message that was held
	 * back as spam.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such message.
	 * @param websiteId the identifier of the website
	 * @param spamId the identifier of the held back message
	 * @param action such as {@code reject}
	 * @return completes when the decision is taken
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#submit-spam-conversation-decision">Submit
	 * Spam Conversation Decision</a>
	 */
	@PostExchange("/conversations/spam/{spamId}/decision")
	Mono<Void> submitSpamConversationDecision(@PathVariable String websiteId, @PathVariable String spamId,
			@BodyField String action);

	/**
	 * Open a new conversation.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @return the identifier of the new conversation
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#create-a-new-conversation">Create
	 * A New Conversation</a>
	 */
	@PostExchange("/conversation")
	Mono<NewConversation> createNewConversation(@PathVariable String websiteId);

	/**
	 * Check whether a conversation exists.
	 * <p>
	 * For the user, plugin and website tiers.
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
	 * Read a conversation.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
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
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @return completes when it is deleted
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#remove-a-conversation">Remove A
	 * Conversation</a>
	 */
	@DeleteExchange("/conversation/{sessionId}")
	Mono<Void> removeConversation(@PathVariable String websiteId, @PathVariable String sessionId);

	/**
	 * Bring a conversation with a known visitor into the inbox before anybody wrote.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @return completes when it is initiated
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#initiate-a-conversation-with-existing-session">Initiate
	 * A Conversation With Existing Session</a>
	 */
	@PostExchange("/conversation/{sessionId}/initiate")
	Mono<Void> initiateConversationWithExistingSession(@PathVariable String websiteId, @PathVariable String sessionId);

	/**
	 * Read messages of a conversation, a page of the newest unless asked otherwise.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param query around which time to read
	 * @return the messages, oldest first
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-messages-in-conversation">Get
	 * Messages In Conversation</a>
	 */
	@GetExchange("/conversation/{sessionId}/messages")
	Flux<ConversationMessage> getMessagesInConversation(@PathVariable String websiteId, @PathVariable String sessionId,
			@QueryFields MessageListQuery query);

	/**
	 * Read messages of a conversation, a page of the newest unless asked otherwise.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
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
	 * Send a message. Its author is the website unless the message says otherwise.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param message the message
	 * @return the fingerprint by which the message can be found again
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#send-a-message-in-conversation">Send
	 * A Message In Conversation</a>
	 */
	@PostExchange("/conversation/{sessionId}/message")
	Mono<ConversationMessageSent> sendMessageInConversation(@PathVariable String websiteId,
			@PathVariable String sessionId, @RequestBody NewConversationMessage message);

	/**
	 * Send a message. Its author is the website unless the message says otherwise.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param content what to say
	 * @return the fingerprint by which the message can be found again
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#send-a-message-in-conversation">Send
	 * A Message In Conversation</a>
	 */
	default Mono<ConversationMessageSent> sendMessageInConversation(String websiteId, String sessionId,
			MessageContent content) {
		return sendMessageInConversation(websiteId, sessionId, NewConversationMessage.of(content));
	}

	/**
	 * Read one message.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation or message.
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
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation or message.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param fingerprint the fingerprint of the message
	 * @param content the new content, of the kind the message has
	 * @return completes when it is replaced
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
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation or message.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param fingerprint the fingerprint of the message
	 * @return completes when it is deleted
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#remove-a-message-in-conversation">Remove
	 * A Message In Conversation</a>
	 */
	@DeleteExchange("/conversation/{sessionId}/message/{fingerprint}")
	Mono<Void> removeMessageInConversation(@PathVariable String websiteId, @PathVariable String sessionId,
			@PathVariable long fingerprint);

	/**
	 * Show or hide that somebody is typing.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param compose who starts or stops typing
	 * @return completes when it is shown
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#compose-a-message-in-conversation">Compose
	 * A Message In Conversation</a>
	 */
	@PatchExchange("/conversation/{sessionId}/compose")
	Mono<Void> composeMessageInConversation(@PathVariable String websiteId, @PathVariable String sessionId,
			@RequestBody NewConversationComposeMessage compose);

	/**
	 * Mark messages as read. Crisp reports it as
	 * {@code message:acknowledge:read:received} where an operator read the visitor's
	 * messages, as {@code message:acknowledge:read:send} where the visitor read those of
	 * the operators.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param read which messages, and of which side
	 * @return completes when they are marked
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
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param unread for which side
	 * @return completes when it is marked
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#mark-conversation-as-unread">Mark
	 * Conversation As Unread</a>
	 */
	@PatchExchange("/conversation/{sessionId}/unread")
	Mono<Void> markConversationAsUnread(@PathVariable String websiteId, @PathVariable String sessionId,
			@RequestBody ConversationUnreadMessageMark unread);

	/**
	 * Mark messages as delivered to the other side of the conversation.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param delivered which messages, and of which side
	 * @return completes when they are marked
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#mark-messages-as-delivered-in-conversation">Mark
	 * Messages As Delivered In Conversation</a>
	 */
	@PatchExchange("/conversation/{sessionId}/delivered")
	Mono<Void> markMessagesDeliveredInConversation(@PathVariable String websiteId, @PathVariable String sessionId,
			@RequestBody ConversationReadMessageMark delivered);

	/**
	 * Tell other operators that the owner of the token has the conversation open or no
	 * longer has.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param opened whether it is open
	 * @return completes when it is told
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#update-conversation-open-state">Update
	 * Conversation Open State</a>
	 */
	@PatchExchange("/conversation/{sessionId}/open")
	Mono<Void> updateConversationOpenState(@PathVariable String websiteId, @PathVariable String sessionId,
			@BodyField boolean opened);

	/**
	 * Read to which operator a conversation is assigned.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @return the assignment
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-conversation-routing-assign">Get
	 * Conversation Routing Assign</a>
	 */
	@GetExchange("/conversation/{sessionId}/routing")
	Mono<ConversationRoutingAssign> getConversationRoutingAssign(@PathVariable String websiteId,
			@PathVariable String sessionId);

	/**
	 * Assign a conversation to an operator, or to nobody.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param assign to whom
	 * @return completes when it is assigned
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#assign-conversation-routing">Assign
	 * Conversation Routing</a>
	 */
	@PatchExchange("/conversation/{sessionId}/routing")
	Mono<Void> assignConversationRouting(@PathVariable String websiteId, @PathVariable String sessionId,
			@RequestBody ConversationRoutingAssignUpdate assign);

	/**
	 * Move a conversation to an inbox, or back to the main one.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param inboxId the inbox
	 * @return completes when it is moved
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#update-conversation-inbox">Update
	 * Conversation Inbox</a>
	 */
	@PatchExchange("/conversation/{sessionId}/inbox")
	Mono<Void> updateConversationInbox(@PathVariable String websiteId, @PathVariable String sessionId,
			@BodyField InboxId inboxId);

	/**
	 * Read what is known of the visitor.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @return what is known
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-conversation-metas">Get
	 * Conversation Metas</a>
	 */
	@GetExchange("/conversation/{sessionId}/meta")
	Mono<ConversationMeta> getConversationMetas(@PathVariable String websiteId, @PathVariable String sessionId);

	/**
	 * Change what is known of the visitor. What is absent stays as it is.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param metas what to change
	 * @return completes when it is changed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#update-conversation-metas">Update
	 * Conversation Metas</a>
	 */
	@PatchExchange("/conversation/{sessionId}/meta")
	Mono<Void> updateConversationMetas(@PathVariable String websiteId, @PathVariable String sessionId,
			@RequestBody ConversationMeta metas);

	/**
	 * Read what a message was made from, such as the whole e-mail.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation or original.
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
	 * List the web pages that the visitor looked at.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param pageNumber the page, from 1
	 * @return the web pages of that page
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
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param pageNumber the page, from 1
	 * @return the events of that page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-conversation-events">List
	 * Conversation Events</a>
	 */
	@GetExchange("/conversation/{sessionId}/events/{pageNumber}")
	Flux<CustomEvent> listConversationEvents(@PathVariable String websiteId, @PathVariable String sessionId,
			@PathVariable int pageNumber);

	/**
	 * List the files that were sent.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param pageNumber the page, from 1
	 * @return the files of that page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-conversation-files">List
	 * Conversation Files</a>
	 */
	@GetExchange("/conversation/{sessionId}/files/{pageNumber}")
	Flux<ConversationFile> listConversationFiles(@PathVariable String websiteId, @PathVariable String sessionId,
			@PathVariable int pageNumber);

	/**
	 * Read the state of a conversation.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
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
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param state the new state
	 * @param user who is shown to have done it, if not the owner of the token
	 * @param origin where it was done, such as a URN of the integration
	 * @return completes when it is changed
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
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param state the new state
	 * @return completes when it is changed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#change-conversation-state">Change
	 * Conversation State</a>
	 */
	default Mono<Void> changeConversationState(String websiteId, String sessionId, ConversationState state) {
		return changeConversationState(websiteId, sessionId, state, null, null);
	}

	/**
	 * Read who takes part besides the visitor.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
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
	 * Replace who takes part besides the visitor.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param participants the participants
	 * @return completes when they are replaced
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#save-conversation-participants">Save
	 * Conversation Participants</a>
	 */
	@PutExchange("/conversation/{sessionId}/participants")
	Mono<Void> saveConversationParticipants(@PathVariable String websiteId, @PathVariable String sessionId,
			@RequestBody ConversationParticipantsSave participants);

	/**
	 * Read whether the visitor is blocked.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
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
	 * Block the visitor, or let messages in again.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param blocked whether to block
	 * @param user who is shown to have done it, if not the owner of the token
	 * @param origin where it was done, such as a URN of the integration
	 * @return completes when it is done
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#block-incoming-messages-for-conversation">Block
	 * Incoming Messages For Conversation</a>
	 */
	@PatchExchange("/conversation/{sessionId}/block")
	Mono<Void> blockIncomingMessagesForConversation(@PathVariable String websiteId, @PathVariable String sessionId,
			@BodyField boolean blocked, @BodyField @Nullable MessageUser user, @BodyField @Nullable String origin);

	/**
	 * Block the visitor, or let messages in again.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param blocked whether to block
	 * @return completes when it is done
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#block-incoming-messages-for-conversation">Block
	 * Incoming Messages For Conversation</a>
	 */
	default Mono<Void> blockIncomingMessagesForConversation(String websiteId, String sessionId, boolean blocked) {
		return blockIncomingMessagesForConversation(websiteId, sessionId, blocked, null, null);
	}

	/**
	 * Read whether the identity of the visitor is verified.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @return whether it is verified, and how
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-verify-status-for-conversation">Get
	 * Verify Status For Conversation</a>
	 */
	@GetExchange("/conversation/{sessionId}/verify")
	Mono<ConversationVerify> getVerifyStatusForConversation(@PathVariable String websiteId,
			@PathVariable String sessionId);

	/**
	 * Mark the identity of the visitor as verified or not.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param verified whether it is verified
	 * @return completes when it is marked
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#update-verify-status-for-conversation">Update
	 * Verify Status For Conversation</a>
	 */
	@PatchExchange("/conversation/{sessionId}/verify")
	Mono<Void> updateVerifyStatusForConversation(@PathVariable String websiteId, @PathVariable String sessionId,
			@BodyField boolean verified);

	/**
	 * Ask the visitor to prove an identity.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param verification which identity, and how
	 * @return completes when the visitor is asked
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#request-identity-verification-for-conversation">Request
	 * Identity Verification For Conversation</a>
	 */
	@PostExchange("/conversation/{sessionId}/verify/identity")
	Mono<Void> requestIdentityVerificationForConversation(@PathVariable String websiteId,
			@PathVariable String sessionId, @RequestBody ConversationVerifyIdentityRequest verification);

	/**
	 * Redeem the link by which the visitor proves an identity.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such conversation. Crisp
	 * does not document the tiers that may call it.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param verification the identity and the token from the link
	 * @return completes when it is redeemed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#redeem-identity-verification-link-for-conversation">Redeem
	 * Identity Verification Link For Conversation</a>
	 */
	@PutExchange("/conversation/{sessionId}/verify/identity/link")
	Mono<Void> redeemIdentityVerificationLinkForConversation(@PathVariable String websiteId,
			@PathVariable String sessionId, @RequestBody ConversationVerifyIdentityRedeem verification);

	/**
	 * Send the transcript of a conversation by e-mail.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param to who gets it, such as {@code operator}
	 * @param email the address to send it to, if the receiver has none
	 * @return completes when it is requested
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#request-email-transcript-for-conversation">Request
	 * Email Transcript For Conversation</a>
	 */
	@PostExchange("/conversation/{sessionId}/transcript")
	Mono<Void> requestEmailTranscriptForConversation(@PathVariable String websiteId, @PathVariable String sessionId,
			@BodyField String to, @BodyField @Nullable String email);

	/**
	 * Send the transcript of a conversation by e-mail.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param to who gets it, such as {@code operator}
	 * @return completes when it is requested
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#request-email-transcript-for-conversation">Request
	 * Email Transcript For Conversation</a>
	 */
	default Mono<Void> requestEmailTranscriptForConversation(String websiteId, String sessionId, String to) {
		return requestEmailTranscriptForConversation(websiteId, sessionId, to, null);
	}

	/**
	 * Make the chat box forget the visitor, who starts anew.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @return completes when it is requested
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#request-chatbox-binding-purge-for-conversation">Request
	 * Chatbox Binding Purge For Conversation</a>
	 */
	@PostExchange("/conversation/{sessionId}/purge")
	Mono<Void> requestChatboxBindingPurgeForConversation(@PathVariable String websiteId,
			@PathVariable String sessionId);

	/**
	 * Ask the visitor to rate the conversation.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @return completes when the visitor is asked
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#request-user-feedback-for-conversation">Request
	 * User Feedback For Conversation</a>
	 */
	@PostExchange("/conversation/{sessionId}/feedback")
	Mono<Void> requestUserFeedbackForConversation(@PathVariable String websiteId, @PathVariable String sessionId);

	/**
	 * List the browsing sessions that can be watched.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
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
	 * Start to watch the page of the visitor.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @return completes when it is requested
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#initiate-browsing-session-for-conversation">Initiate
	 * Browsing Session For Conversation</a>
	 */
	@PostExchange("/conversation/{sessionId}/browsing")
	Mono<Void> initiateBrowsingSessionForConversation(@PathVariable String websiteId, @PathVariable String sessionId);

	/**
	 * Control a browsing session.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation or browsing session.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param browsingId the identifier of the browsing session
	 * @param action what to do, such as {@code stop}
	 * @return completes when it is sent
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#send-action-to-an-existing-browsing-session">Send
	 * Action To An Existing Browsing Session</a>
	 */
	@PatchExchange("/conversation/{sessionId}/browsing/{browsingId}")
	Mono<Void> sendActionToExistingBrowsingSession(@PathVariable String websiteId, @PathVariable String sessionId,
			@PathVariable String browsingId, @BodyField String action);

	/**
	 * Show the visitor something in a browsing session, such as the mouse of the
	 * operator.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation or browsing session.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param browsingId the identifier of the browsing session
	 * @param assist the action, and what it needs under its own name
	 * @return completes when it is sent
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
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param mode the kind of call, such as {@code video}
	 * @param user who is shown to have done it, if not the owner of the token
	 * @param origin where it was done, such as a URN of the integration
	 * @return completes when the call is initiated
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
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param mode the kind of call, such as {@code video}
	 * @return completes when the call is initiated
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#initiate-new-call-session-for-conversation">Initiate
	 * New Call Session For Conversation</a>
	 */
	default Mono<Void> initiateNewCallSessionForConversation(String websiteId, String sessionId, String mode) {
		return initiateNewCallSessionForConversation(websiteId, sessionId, mode, null, null);
	}

	/**
	 * Read the call that is under way.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
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
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation or call.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param callId the identifier of the call
	 * @param user who is shown to have done it, if not the owner of the token
	 * @param origin where it was done, such as a URN of the integration
	 * @return completes when it is ended
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
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation or call.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param callId the identifier of the call
	 * @return completes when it is ended
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#abort-ongoing-call-session-for-conversation">Abort
	 * Ongoing Call Session For Conversation</a>
	 */
	default Mono<Void> abortOngoingCallSessionForConversation(String websiteId, String sessionId, String callId) {
		return abortOngoingCallSessionForConversation(websiteId, sessionId, callId, null, null);
	}

	/**
	 * Pass a signal to the other end of a call.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation or call.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param callId the identifier of the call
	 * @param payload the type of the signal, and its payload
	 * @return completes when it is passed on
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#transmit-signaling-on-ongoing-call-session">Transmit
	 * Signaling On Ongoing Call Session</a>
	 */
	@PatchExchange("/conversation/{sessionId}/call/{callId}")
	Mono<Void> transmitSignalingOnOngoingCallSession(@PathVariable String websiteId, @PathVariable String sessionId,
			@PathVariable String callId, @RequestBody Map<String, Object> payload);

	/**
	 * <strong>User tier only.</strong> Tell a plugin that a button of its widget was
	 * pressed.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such conversation or
	 * plugin.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param pluginId the identifier of the plugin
	 * @param sectionId the identifier of the section
	 * @param itemId the identifier of the item
	 * @param data the data of the widget
	 * @param value the value of the item, if any
	 * @return completes when it is delivered
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#deliver-widget-button-action-for-conversation">Deliver
	 * Widget Button Action For Conversation</a>
	 */
	@PostExchange("/conversation/{sessionId}/widget/{pluginId}/button")
	Mono<Void> deliverWidgetButtonActionForConversation(@PathVariable String websiteId, @PathVariable String sessionId,
			@PathVariable String pluginId, @BodyField String sectionId, @BodyField String itemId,
			@BodyField Map<String, Object> data, @BodyField @Nullable String value);

	/**
	 * <strong>User tier only.</strong> Tell a plugin that a button of its widget was
	 * pressed.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such conversation or
	 * plugin.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param pluginId the identifier of the plugin
	 * @param sectionId the identifier of the section
	 * @param itemId the identifier of the item
	 * @param data the data of the widget
	 * @return completes when it is delivered
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#deliver-widget-button-action-for-conversation">Deliver
	 * Widget Button Action For Conversation</a>
	 */
	default Mono<Void> deliverWidgetButtonActionForConversation(String websiteId, String sessionId, String pluginId,
			String sectionId, String itemId, Map<String, Object> data) {
		return deliverWidgetButtonActionForConversation(websiteId, sessionId, pluginId, sectionId, itemId, data, null);
	}

	/**
	 * <strong>User tier only.</strong> Ask a plugin for data of its widget.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such conversation or
	 * plugin.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param pluginId the identifier of the plugin
	 * @param sectionId the identifier of the section
	 * @param itemId the identifier of the item
	 * @param data the data of the widget
	 * @return completes when it is delivered
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#deliver-widget-data-action-for-conversation">Deliver
	 * Widget Data Fetch Action For Conversation</a>
	 */
	@PostExchange("/conversation/{sessionId}/widget/{pluginId}/data")
	Mono<Void> deliverWidgetDataFetchActionForConversation(@PathVariable String websiteId,
			@PathVariable String sessionId, @PathVariable String pluginId, @BodyField String sectionId,
			@BodyField String itemId, @BodyField Map<String, Object> data);

	/**
	 * <strong>User tier only.</strong> Tell a plugin that a value of its widget was
	 * edited.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such conversation or
	 * plugin.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param pluginId the identifier of the plugin
	 * @param sectionId the identifier of the section
	 * @param itemId the identifier of the item
	 * @param value the new value
	 * @return completes when it is delivered
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#deliver-widget-data-action-for-conversation">Deliver
	 * Widget Data Edit Action For Conversation</a>
	 */
	@PostExchange("/conversation/{sessionId}/widget/{pluginId}/data")
	Mono<Void> deliverWidgetDataEditActionForConversation(@PathVariable String websiteId,
			@PathVariable String sessionId, @PathVariable String pluginId, @BodyField String sectionId,
			@BodyField String itemId, @BodyField String value);

	/**
	 * Have the conversation come back to attention at a later time.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param reminder when, and with which note
	 * @return completes when it is scheduled
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#schedule-a-reminder-for-conversation">Schedule
	 * A Reminder For Conversation</a>
	 */
	@PostExchange("/conversation/{sessionId}/reminder")
	Mono<Void> scheduleReminderForConversation(@PathVariable String websiteId, @PathVariable String sessionId,
			@RequestBody ConversationReminder reminder);

	/**
	 * Report a conversation.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param flag for what, such as {@code spam}
	 * @return completes when it is reported
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#report-conversation">Report
	 * Conversation</a>
	 */
	@PostExchange("/conversation/{sessionId}/report")
	Mono<Void> reportConversation(@PathVariable String websiteId, @PathVariable String sessionId,
			@BodyField String flag);

	/**
	 * Read from which conversation this one was made, and which were made from it.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such conversation. Crisp
	 * does not document the tiers that may call it.
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
	 * Ask for a tool to be called in the conversation.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such conversation. Crisp
	 * does not document the tiers that may call it.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param command the command, such as {@code list_tools}
	 * @param payload what the command needs, if anything
	 * @return what the tool answered, of a form that Crisp does not document
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
	 * Ask for a tool to be called in the conversation.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such conversation. Crisp
	 * does not document the tiers that may call it.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param command the command, such as {@code list_tools}
	 * @return what the tool answered, of a form that Crisp does not document
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
