package io.github.crispspring.client.website.conversation;

import java.time.Instant;

import io.github.crispspring.client.CrispPages;
import io.github.crispspring.model.ConversationState;
import io.github.crispspring.message.MessageContent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One conversation, and what is done most often with it. Everything else is done with
 * {@link ReactiveWebsiteConversationClient}. What is sent here is marked as automated;
 * nothing is sent before somebody subscribes.
 */
public final class ReactiveCrispConversation {

	private final ReactiveWebsiteConversationClient client;

	private final String websiteId;

	private final String sessionId;

	/**
	 * Create a handle. Nothing is called.
	 * @param client how Crisp is called
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 */
	public ReactiveCrispConversation(ReactiveWebsiteConversationClient client, String websiteId, String sessionId) {
		this.client = client;
		this.websiteId = websiteId;
		this.sessionId = sessionId;
	}

	/**
	 * Return the website.
	 * @return the identifier of the website
	 */
	public String websiteId() {
		return this.websiteId;
	}

	/**
	 * Return the conversation.
	 * @return the identifier of the conversation
	 */
	public String sessionId() {
		return this.sessionId;
	}

	/**
	 * Read the conversation.
	 * @return the conversation
	 */
	public Mono<Conversation> get() {
		return this.client.getConversation(this.websiteId, this.sessionId);
	}

	/**
	 * Send a text to the visitor.
	 * @param text the text, in Markdown
	 * @return the fingerprint by which the message can be found again
	 */
	public Mono<ConversationMessageSent> reply(String text) {
		return reply(MessageContent.text(text));
	}

	/**
	 * Send something to the visitor.
	 * @param content what to send
	 * @return the fingerprint by which the message can be found again
	 */
	public Mono<ConversationMessageSent> reply(MessageContent content) {
		return reply(NewConversationMessage.builder().content(content).automated(true).build());
	}

	/**
	 * Send a message as it is.
	 * @param message the message
	 * @return the fingerprint by which the message can be found again
	 */
	public Mono<ConversationMessageSent> reply(NewConversationMessage message) {
		return this.client.sendMessageInConversation(this.websiteId, this.sessionId, message);
	}

	/**
	 * Leave a private note, which only operators see.
	 * @param text the text
	 * @return the fingerprint by which the note can be found again
	 */
	public Mono<ConversationMessageSent> note(String text) {
		return reply(MessageContent.note(text));
	}

	/**
	 * Show the visitor that somebody is typing, or no longer is.
	 * @param typing whether somebody is typing
	 * @return completes when it is shown
	 */
	public Mono<Void> typing(boolean typing) {
		return this.client.composeMessageInConversation(this.websiteId, this.sessionId,
				typing ? NewConversationComposeMessage.start() : NewConversationComposeMessage.stop());
	}

	/**
	 * Assign the conversation to an operator.
	 * @param userId the identifier of the operator
	 * @return completes when it is assigned
	 */
	public Mono<Void> assign(String userId) {
		return this.client.assignConversationRouting(this.websiteId, this.sessionId,
				ConversationRoutingAssignUpdate.to(userId));
	}

	/**
	 * Take the conversation from its operator.
	 * @return completes when it is assigned to nobody
	 */
	public Mono<Void> unassign() {
		return this.client.assignConversationRouting(this.websiteId, this.sessionId,
				ConversationRoutingAssignUpdate.unassign());
	}

	/**
	 * Change the state of the conversation, for instance to resolve it.
	 * @param state the new state
	 * @return completes when it is changed
	 */
	public Mono<Void> state(ConversationState state) {
		return this.client.changeConversationState(this.websiteId, this.sessionId, state);
	}

	/**
	 * Read the messages, newest first. Older ones are asked for only when they are
	 * demanded.
	 * @return the messages
	 */
	public Flux<ConversationMessage> messages() {
		return CrispPages.backwards((time) -> this.client.getMessagesInConversation(this.websiteId, this.sessionId,
				new MessageListQuery(time, null, null)), this::time, this::identity);
	}

	private Instant time(ConversationMessage message) {
		return (message.timestamp() != null) ? message.timestamp() : Instant.EPOCH;
	}

	private Object identity(ConversationMessage message) {
		return (message.fingerprint() != null) ? message.fingerprint() : message;
	}

	@Override
	public String toString() {
		return "ReactiveCrispConversation[websiteId=" + this.websiteId + ", sessionId=" + this.sessionId + "]";
	}

}
