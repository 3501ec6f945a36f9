package io.github.crispspring.client.website.conversation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Query that selects messages by time. Set at most one of the components.
 *
 * @param timestampBefore the time before which the messages were sent
 * @param timestampAfter the time after which the messages were sent
 * @param timestampAround the time around which the messages were sent
 */
public record MessageListQuery(@Nullable Instant timestampBefore, @Nullable Instant timestampAfter,
		@Nullable Instant timestampAround) {

	/**
	 * Create a query for the newest messages.
	 * @return the query
	 */
	public static MessageListQuery latest() {
		return new MessageListQuery(null, null, null);
	}

	/**
	 * Create a query for the newest messages sent before a time.
	 * @param timestamp the time
	 * @return the query
	 */
	public static MessageListQuery before(Instant timestamp) {
		return new MessageListQuery(timestamp, null, null);
	}

	/**
	 * Create a query for the oldest messages sent after a time.
	 * @param timestamp the time
	 * @return the query
	 */
	public static MessageListQuery after(Instant timestamp) {
		return new MessageListQuery(null, timestamp, null);
	}

	/**
	 * Create a query for the messages sent around a time.
	 * @param timestamp the time
	 * @return the query
	 */
	public static MessageListQuery around(Instant timestamp) {
		return new MessageListQuery(null, null, timestamp);
	}

}
