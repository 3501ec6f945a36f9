package io.github.crispspring.event;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Base interface of the {@code message:acknowledge:*} events, which report that messages
 * were read, delivered or ignored.
 */
public sealed interface MessageAcknowledgeEvent extends MessageEvent
		permits MessageAcknowledgeDelivered, MessageAcknowledgeIgnored, MessageAcknowledgeReadReceived,
		MessageAcknowledgeReadSend, MessageAcknowledgeUnreadSend {

	/**
	 * Return the origin.
	 * @return {@code chat}, {@code email} or the URN of an integration, or {@code null}
	 * if unknown
	 */
	@Nullable String origin();

	/**
	 * Return the fingerprints of the messages.
	 * @return the fingerprints of the messages
	 */
	List<Long> fingerprints();

}
