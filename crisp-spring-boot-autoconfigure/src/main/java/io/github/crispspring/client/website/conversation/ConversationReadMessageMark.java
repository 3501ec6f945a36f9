package io.github.crispspring.client.website.conversation;

import java.util.List;

import io.github.crispspring.message.Sender;
import org.jspecify.annotations.Nullable;

/**
 * Mark for messages that were read or delivered.
 * <p>
 * Crisp does not document the meaning of {@code from}. Public integrations that mark a
 * visitor's messages as read for the team send {@link Sender#OPERATOR}, the side that
 * read them. Importers of conversations send {@link Sender#USER}. If a mark has no
 * effect, use the other side.
 *
 * @param from the side of the conversation
 * @param origin the origin: {@value #CHAT} or the URN of an integration; Crisp rejects a
 * mark without origin
 * @param fingerprints the fingerprints of the messages, {@code null} for all of that side
 */
public record ConversationReadMessageMark(@Nullable Sender from, String origin, @Nullable List<Long> fingerprints) {

	/**
	 * The origin of the chat box and of Crisp's own applications.
	 */
	public static final String CHAT = "chat";

	/**
	 * Mark all messages of one side, with the origin {@value #CHAT}.
	 * @param from the side of the conversation
	 * @return the instance
	 */
	public static ConversationReadMessageMark all(Sender from) {
		return new ConversationReadMessageMark(from, CHAT, null);
	}

	/**
	 * Mark messages of one side, with the origin {@value #CHAT}.
	 * @param from the side of the conversation
	 * @param fingerprints the fingerprints of the messages
	 * @return the instance
	 */
	public static ConversationReadMessageMark of(Sender from, List<Long> fingerprints) {
		return new ConversationReadMessageMark(from, CHAT, fingerprints);
	}

}
