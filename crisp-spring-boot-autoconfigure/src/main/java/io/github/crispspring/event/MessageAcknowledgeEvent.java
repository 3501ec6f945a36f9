package io.github.crispspring.event;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Messages were read, delivered or not: all {@code message:acknowledge:*} events.
 */
public sealed interface MessageAcknowledgeEvent extends MessageEvent
		permits MessageAcknowledgeDelivered, MessageAcknowledgeIgnored, MessageAcknowledgeReadReceived,
		MessageAcknowledgeReadSend, MessageAcknowledgeUnreadSend {

	/**
	 * Return where it happened.
	 * @return {@code chat}, {@code email} or the URN of an integration, or {@code null}
	 * if it is not said
	 */
	@Nullable String origin();

	/**
	 * Return which messages it is about.
	 * @return the fingerprints of the messages
	 */
	List<Long> fingerprints();

}
