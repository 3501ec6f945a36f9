package io.github.crispspring.client.website.conversation;

import java.util.List;

import io.github.crispspring.message.Sender;
import org.jspecify.annotations.Nullable;

/**
 * Which messages were read or delivered.
 *
 * @param from the side that wrote them
 * @param origin where they were read or delivered: {@code chat}, or the URN of an
 * integration
 * @param fingerprints the fingerprints of the messages, all of that side if absent
 */
public record ConversationReadMessageMark(@Nullable Sender from, @Nullable String origin,
		@Nullable List<Long> fingerprints) {

	/**
	 * Mark all messages of one side.
	 * @param from the side that wrote them
	 * @return what to send
	 */
	public static ConversationReadMessageMark all(Sender from) {
		return new ConversationReadMessageMark(from, null, null);
	}

	/**
	 * Mark messages of one side.
	 * @param from the side that wrote them
	 * @param fingerprints the fingerprints of the messages
	 * @return what to send
	 */
	public static ConversationReadMessageMark of(Sender from, List<Long> fingerprints) {
		return new ConversationReadMessageMark(from, null, fingerprints);
	}

}
