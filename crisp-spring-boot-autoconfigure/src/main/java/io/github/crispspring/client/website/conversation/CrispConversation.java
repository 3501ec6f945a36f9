package io.github.crispspring.client.website.conversation;

import java.time.Instant;
import java.util.stream.Stream;

import io.github.crispspring.client.CrispPages;
import io.github.crispspring.model.ConversationState;
import io.github.crispspring.message.MessageContent;

/**
 * Frequent operations on a conversation, in calls that block.
 * {@link WebsiteConversationClient} has all others. Replies and notes are marked as
 * automated. {@link ReactiveCrispConversation} has the same methods without blocking.
 */
public final class CrispConversation {

	private final WebsiteConversationClient client;

	private final String websiteId;

	private final String sessionId;

	/**
	 * Create a handle. Nothing is called.
	 * @param client how Crisp is called
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 */
	public CrispConversation(WebsiteConversationClient client, String websiteId, String sessionId) {
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
	public Conversation get() {
		return this.client.getConversation(this.websiteId, this.sessionId);
	}

	/**
	 * Send a text to the visitor.
	 * @param text the text, in Markdown
	 * @return the fingerprint by which the message can be found again
	 */
	public ConversationMessageSent reply(String text) {
		return reply(MessageContent.text(text));
	}

	/**
	 * Send something to the visitor.
	 * @param content what to send
	 * @return the fingerprint by which the message can be found again
	 */
	public ConversationMessageSent reply(MessageContent content) {
		return reply(NewConversationMessage.builder().content(content).automated(true).build());
	}

	/**
	 * Send a message as it is.
	 * @param message the message
	 * @return the fingerprint by which the message can be found again
	 */
	public ConversationMessageSent reply(NewConversationMessage message) {
		return this.client.sendMessageInConversation(this.websiteId, this.sessionId, message);
	}

	/**
	 * Leave a private note, which only operators see.
	 * @param text the text
	 * @return the fingerprint by which the note can be found again
	 */
	public ConversationMessageSent note(String text) {
		return reply(MessageContent.note(text));
	}

	/**
	 * Show the visitor that somebody is typing, or no longer is.
	 * @param typing whether somebody is typing
	 */
	public void typing(boolean typing) {
		this.client.composeMessageInConversation(this.websiteId, this.sessionId,
				typing ? NewConversationComposeMessage.start() : NewConversationComposeMessage.stop());
	}

	/**
	 * Assign the conversation to an operator.
	 * @param userId the identifier of the operator
	 */
	public void assign(String userId) {
		this.client.assignConversationRouting(this.websiteId, this.sessionId,
				ConversationRoutingAssignUpdate.to(userId));
	}

	/**
	 * Take the conversation from its operator.
	 */
	public void unassign() {
		this.client.assignConversationRouting(this.websiteId, this.sessionId,
				ConversationRoutingAssignUpdate.unassign());
	}

	/**
	 * Change the state of the conversation, for instance to resolve it.
	 * @param state the new state
	 */
	public void state(ConversationState state) {
		this.client.changeConversationState(this.websiteId, this.sessionId, state);
	}

	/**
	 * Read the messages, newest first. Older ones are asked for only when they are
	 * demanded.
	 * @return the messages
	 */
	public Stream<ConversationMessage> messages() {
		return CrispPages.streamBackwards((time) -> this.client.getMessagesInConversation(this.websiteId,
				this.sessionId, new MessageListQuery(time, null, null)), this::time, this::identity);
	}

	private Instant time(ConversationMessage message) {
		return (message.timestamp() != null) ? message.timestamp() : Instant.EPOCH;
	}

	private Object identity(ConversationMessage message) {
		return (message.fingerprint() != null) ? message.fingerprint() : message;
	}

	@Override
	public String toString() {
		return "CrispConversation[websiteId=" + this.websiteId + ", sessionId=" + this.sessionId + "]";
	}

}
