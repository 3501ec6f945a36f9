package io.github.crispspring.embedded;

import java.util.Comparator;

import tools.jackson.databind.node.ObjectNode;

/**
 * Visitor of the website of an embedded Crisp, with one conversation.
 */
public final class EmbeddedVisitor {

	private final EmbeddedConversation conversation;

	EmbeddedVisitor(EmbeddedConversation conversation) {
		this.conversation = conversation;
	}

	/**
	 * Return the conversation of the visitor.
	 * @return the conversation
	 */
	public EmbeddedConversation conversation() {
		return this.conversation;
	}

	/**
	 * Write a text.
	 * @param text the text
	 * @return the conversation, in which a reply can be waited for
	 */
	public EmbeddedConversation writes(String text) {
		ObjectNode message = Json.object()
			.put("type", "text")
			.put("from", Messages.VISITOR)
			.put("origin", "chat")
			.put("content", text);
		return this.conversation.change((conversations) -> conversations.write(this.conversation.sessionId(), message));
	}

	/**
	 * Send a file.
	 * @param name the name of the file
	 * @param url where it can be downloaded
	 * @param type the media type, such as {@code image/png}
	 * @return the conversation
	 */
	public EmbeddedConversation sendsFile(String name, String url, String type) {
		ObjectNode message = Json.object().put("type", "file").put("from", Messages.VISITOR).put("origin", "chat");
		message.putObject("content").put("name", name).put("url", url).put("type", type);
		return this.conversation.change((conversations) -> conversations.write(this.conversation.sessionId(), message));
	}

	/**
	 * Choose from the latest picker, or fill in the latest field.
	 * @param value the value of the choice, or of the field
	 * @return the conversation
	 * @throws IllegalArgumentException if there is neither, or no such choice
	 */
	public EmbeddedConversation chooses(String value) {
		long fingerprint = this.conversation.messages()
			.stream()
			.filter((message) -> message.type().equals("picker") || message.type().equals("field"))
			.max(Comparator.comparing(EmbeddedMessage::timestamp))
			.orElseThrow(() -> new IllegalArgumentException("The conversation has neither a picker nor a field"))
			.fingerprint();
		return chooses(fingerprint, value);
	}

	EmbeddedConversation chooses(long fingerprint, String value) {
		return this.conversation
			.change((conversations) -> conversations.choose(this.conversation.sessionId(), fingerprint, value));
	}

	/**
	 * Start or stop typing.
	 * @param typing whether the visitor is typing
	 * @return the conversation
	 */
	public EmbeddedConversation types(boolean typing) {
		ObjectNode compose = Json.object().put("type", typing ? "start" : "stop").put("from", Messages.VISITOR);
		return this.conversation
			.change((conversations) -> conversations.compose(this.conversation.sessionId(), compose));
	}

	/**
	 * Read all messages.
	 * @return the conversation
	 */
	public EmbeddedConversation reads() {
		return this.conversation.change((conversations) -> conversations.acknowledge(this.conversation.sessionId(),
				Json.object().put("from", Messages.VISITOR), "read"));
	}

	/**
	 * Leave an e-mail address.
	 * @param email the address
	 * @return the conversation
	 */
	public EmbeddedConversation leavesEmail(String email) {
		return this.conversation.change((conversations) -> conversations.meta(this.conversation.sessionId(),
				Json.object().put("email", email)));
	}

}
