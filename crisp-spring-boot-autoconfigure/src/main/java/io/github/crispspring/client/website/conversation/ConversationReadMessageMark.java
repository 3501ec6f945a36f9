package io.github.crispspring.client.website.conversation;

import java.util.List;

import io.github.crispspring.message.Sender;
import org.jspecify.annotations.Nullable;

/**
 * The messages that were read or delivered.
 * <p>
 * Crisp does not document what {@code from} means. Public integrations that mark a
 * visitor's messages as read for the team send {@link Sender#OPERATOR}, the side that
 * read them; importers of conversations send {@link Sender#USER}. If a mark has no
 * effect, try the other side.
 *
 * @param from the side of the conversation
 * @param origin where they were read or delivered: {@value #CHAT}, or the URN of an
 * integration; Crisp rejects a mark without it
 * @param fingerprints the fingerprints of the messages, {@code null} for all of that side
 */
public record ConversationReadMessageMark(@Nullable Sender from, String origin, @Nullable List<Long> fingerprints) {

	/**
	 * The origin of what happens in the chat box and in Crisp's own applications.
	 */
	public static final String CHAT = "chat";

	/**
	 * Mark all messages of one side, with the origin {@value #CHAT}.
	 * @param from the side of the conversation
	 * @return what to send
	 */
	public static ConversationReadMessageMark all(Sender from) {
		return new ConversationReadMessageMark(from, CHAT, null);
	}

	/**
	 * Mark messages of one side, with the origin {@value #CHAT}.
	 * @param from the side of the conversation
	 * @param fingerprints the fingerprints of the messages
	 * @return what to send
	 */
	public static ConversationReadMessageMark of(Sender from, List<Long> fingerprints) {
		return new ConversationReadMessageMark(from, CHAT, fingerprints);
	}

}
