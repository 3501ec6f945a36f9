package io.github.crispspring.client.website.conversation;

import java.net.URI;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.crispspring.client.CrispPages;
import io.github.crispspring.message.MessageContent;
import io.github.crispspring.model.ConversationState;
import org.jspecify.annotations.Nullable;

/**
 * Frequent operations on a conversation, which block. {@link WebsiteConversationClient}
 * has all others. Replies and notes are marked as automated.
 * {@link ReactiveCrispConversation} has the same methods for reactive code.
 */
public final class CrispConversation {

	private final WebsiteConversationClient client;

	private final String websiteId;

	private final String sessionId;

	private final CrispHandovers handovers;

	/**
	 * Create an instance without calling Crisp.
	 * @param client the client
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 */
	public CrispConversation(WebsiteConversationClient client, String websiteId, String sessionId) {
		this(client, websiteId, sessionId, CrispHandovers.notRemembered());
	}

	/**
	 * Create an instance without calling Crisp.
	 * @param client the client
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @param handovers remembers whether an operator handles the conversation
	 */
	public CrispConversation(WebsiteConversationClient client, String websiteId, String sessionId,
			CrispHandovers handovers) {
		this.client = client;
		this.websiteId = websiteId;
		this.sessionId = sessionId;
		this.handovers = handovers;
	}

	/**
	 * Return the identifier of the website.
	 * @return the identifier of the website
	 */
	public String websiteId() {
		return this.websiteId;
	}

	/**
	 * Return the identifier of the conversation.
	 * @return the identifier of the conversation
	 */
	public String sessionId() {
		return this.sessionId;
	}

	/**
	 * Return the address of the conversation in Crisp's inbox, for operators.
	 * @return the URL of a page that requires an operator to log in
	 */
	public URI inboxUrl() {
		return InboxUrl.of(this.websiteId, this.sessionId);
	}

	/**
	 * Return the conversation.
	 * @return the conversation
	 */
	public Conversation get() {
		return this.client.getConversation(this.websiteId, this.sessionId);
	}

	/**
	 * Return whether an operator handles the conversation, so that a program should not
	 * reply: it is assigned to an operator, or an operator was the last to write to the
	 * visitor. In a listener, this is remembered for
	 * {@code crisp.listener.handover-refresh-interval} unless an event changes it.
	 * Otherwise, it is read with one or two calls.
	 * @return whether an operator handles the conversation
	 */
	public boolean isHandledByOperator() {
		HandoverSource source = HandoverSource.of(this.client, this.websiteId, this.sessionId);
		return Boolean.TRUE.equals(this.handovers.isHandledByOperator(source).contextCapture().block());
	}

	/**
	 * Send a text to the visitor.
	 * @param text the text, in Markdown
	 * @return the fingerprint that identifies the message
	 */
	public SentConversationMessage reply(String text) {
		return reply(MessageContent.text(text));
	}

	/**
	 * Send content to the visitor.
	 * @param content the content
	 * @return the fingerprint that identifies the message
	 */
	public SentConversationMessage reply(MessageContent content) {
		return send(NewConversationMessage.builder().content(content).automated(true).build());
	}

	/**
	 * Send a message unchanged, without marking it as automated.
	 * @param message the message
	 * @return the fingerprint that identifies the message
	 */
	public SentConversationMessage send(NewConversationMessage message) {
		return this.client.sendMessageInConversation(this.websiteId, this.sessionId, message);
	}

	/**
	 * Add a private note that only operators can see.
	 * @param text the text
	 * @return the fingerprint that identifies the note
	 */
	public SentConversationMessage note(String text) {
		return reply(MessageContent.note(text));
	}

	/**
	 * Show the typing indicator to the visitor.
	 */
	public void startTyping() {
		this.client.composeMessageInConversation(this.websiteId, this.sessionId, ConversationTypingUpdate.start());
	}

	/**
	 * Hide the typing indicator.
	 */
	public void stopTyping() {
		this.client.composeMessageInConversation(this.websiteId, this.sessionId, ConversationTypingUpdate.stop());
	}

	/**
	 * Assign the conversation to an operator.
	 * @param userId the identifier of the operator
	 */
	public void assign(String userId) {
		this.client.assignConversationRouting(this.websiteId, this.sessionId, ConversationRoutingUpdate.assign(userId));
		routed(true);
	}

	/**
	 * Remove the assignment to an operator.
	 */
	public void unassign() {
		this.client.assignConversationRouting(this.websiteId, this.sessionId, ConversationRoutingUpdate.unassign());
		routed(false);
	}

	private void routed(boolean assigned) {
		this.handovers.note(this.websiteId, this.sessionId, assigned).block();
	}

	/**
	 * Change the state of the conversation, for example to resolve it.
	 * @param state the new state
	 */
	public void changeState(ConversationState state) {
		this.client.changeConversationState(this.websiteId, this.sessionId, state);
	}

	/**
	 * Add a segment, and keep the others. The segments are read and, if they change,
	 * written. A change by others in between is lost.
	 * @param segment the segment
	 */
	public void addSegment(String segment) {
		changeSegments((metas) -> Segments.with(metas, segment));
	}

	/**
	 * Remove a segment, and keep the others. The segments are read and, if they change,
	 * written. A change by others in between is lost.
	 * @param segment the segment
	 */
	public void removeSegment(String segment) {
		changeSegments((metas) -> Segments.without(metas, segment));
	}

	private void changeSegments(Function<ConversationMeta, @Nullable ConversationMeta> change) {
		ConversationMeta changed = change.apply(this.client.getConversationMetas(this.websiteId, this.sessionId));
		if (changed != null) {
			this.client.updateConversationMetas(this.websiteId, this.sessionId, changed);
		}
	}

	/**
	 * Return the messages from the newest to the oldest. Older pages are requested on
	 * demand.
	 * @return the messages, newest first
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
