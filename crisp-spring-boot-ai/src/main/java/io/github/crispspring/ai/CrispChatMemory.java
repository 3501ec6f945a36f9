package io.github.crispspring.ai;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import io.github.crispspring.client.CrispPages;
import io.github.crispspring.client.website.conversation.ConversationMessage;
import io.github.crispspring.client.website.conversation.CrispConversation;
import io.github.crispspring.client.website.conversation.MessageListQuery;
import io.github.crispspring.client.website.conversation.WebsiteConversationClient;
import io.github.crispspring.event.MessageSend;
import org.jspecify.annotations.Nullable;

import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.messages.Message;
import org.springframework.util.Assert;

/**
 * {@link ChatMemory} that reads the messages of a conversation from Crisp, which stores
 * them anyway. It is therefore the same for all instances of an application, and contains
 * what operators wrote. Private notes are not part of it. Each reading is a call of the
 * REST API.
 * <p>
 * Nothing is written: {@link #add} and {@link #clear} have no effect. What the model
 * replies becomes part of the memory when it is sent to the visitor.
 *
 * <pre class="code">
 * &#64;VisitorTextListener
 * String answer(MessageSend message) {
 *   return this.chatClient.prompt()
 *     .user(message.text())
 *     .advisors((advisor) -&gt; advisor.param(ChatMemory.CONVERSATION_ID, CrispChatMemory.before(message)))
 *     .call()
 *     .content();
 * }
 * </pre>
 */
public final class CrispChatMemory implements ChatMemory {

	private static final int DEFAULT_MAX_MESSAGES = 20;

	private static final String SEPARATOR = "/";

	private final CrispMessageConverter converter = new CrispMessageConverter();

	private final WebsiteConversationClient client;

	private final int maxMessages;

	/**
	 * Create a memory of the last 20 messages.
	 * @param client the client for conversations
	 */
	public CrispChatMemory(WebsiteConversationClient client) {
		this(client, DEFAULT_MAX_MESSAGES);
	}

	/**
	 * Create a memory.
	 * @param client the client for conversations
	 * @param maxMessages the maximum number of messages, which must be positive
	 */
	public CrispChatMemory(WebsiteConversationClient client, int maxMessages) {
		Assert.isTrue(maxMessages > 0, "'maxMessages' must be positive");
		this.client = client;
		this.maxMessages = maxMessages;
	}

	/**
	 * Return the identifier of the memory of all messages of a conversation.
	 * @param conversation the conversation
	 * @return the value of the parameter {@link ChatMemory#CONVERSATION_ID}
	 */
	public static String of(CrispConversation conversation) {
		return conversation.websiteId() + SEPARATOR + conversation.sessionId();
	}

	/**
	 * Return the identifier of the memory of what was written before a message. Use it to
	 * answer the message: Crisp has stored the message already, so that the model would
	 * otherwise read it twice.
	 * @param message the message
	 * @return the value of the parameter {@link ChatMemory#CONVERSATION_ID}
	 */
	public static String before(MessageSend message) {
		String conversation = message.websiteId() + SEPARATOR + message.sessionId();
		Instant timestamp = message.timestamp();
		return (timestamp != null) ? conversation + SEPARATOR + timestamp.toEpochMilli() : conversation;
	}

	/**
	 * Read the last messages of a conversation.
	 * @param conversationId the identifier that {@link #of} or {@link #before} returned
	 * @return the messages, oldest first
	 * @throws IllegalArgumentException if the identifier is malformed
	 */
	@Override
	public List<Message> get(String conversationId) {
		String[] parts = conversationId.split(SEPARATOR, -1);
		Assert.isTrue(parts.length == 2 || parts.length == 3,
				"The conversation identifier must be one that 'CrispChatMemory' returned");
		Instant before = (parts.length == 3) ? Instant.ofEpochMilli(Long.parseLong(parts[2])) : null;
		return read(parts[0], parts[1], before);
	}

	private List<Message> read(String websiteId, String sessionId, @Nullable Instant before) {
		List<Message> messages = new ArrayList<>();
		CrispPages
			.streamBackwards(
					(time) -> this.client.getMessagesInConversation(websiteId, sessionId,
							new MessageListQuery((time != null) ? time : before, null, null)),
					CrispChatMemory::time, CrispChatMemory::identity)
			.map(this.converter::convert)
			.filter(Objects::nonNull)
			.limit(this.maxMessages)
			.forEach(messages::add);
		Collections.reverse(messages);
		return messages;
	}

	private static Instant time(ConversationMessage message) {
		return (message.timestamp() != null) ? message.timestamp() : Instant.EPOCH;
	}

	private static Object identity(ConversationMessage message) {
		return (message.fingerprint() != null) ? message.fingerprint() : message;
	}

	/**
	 * Do nothing, as Crisp stores what is sent and received.
	 */
	@Override
	public void add(String conversationId, List<Message> messages) {
	}

	/**
	 * Do nothing, as a program that forgets must not delete a conversation.
	 */
	@Override
	public void clear(String conversationId) {
	}

}
