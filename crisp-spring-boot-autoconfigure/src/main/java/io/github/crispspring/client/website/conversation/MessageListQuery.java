package io.github.crispspring.client.website.conversation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Around which time to read messages. At most one of the three is of use.
 *
 * @param timestampBefore reads what was sent before
 * @param timestampAfter reads what was sent after
 * @param timestampAround reads what was sent shortly before and after
 */
public record MessageListQuery(@Nullable Instant timestampBefore, @Nullable Instant timestampAfter,
		@Nullable Instant timestampAround) {

	/**
	 * Read the newest messages.
	 * @return the query
	 */
	public static MessageListQuery latest() {
		return new MessageListQuery(null, null, null);
	}

	/**
	 * Read the newest messages that were sent before a time.
	 * @param timestamp the time
	 * @return the query
	 */
	public static MessageListQuery before(Instant timestamp) {
		return new MessageListQuery(timestamp, null, null);
	}

	/**
	 * Read the oldest messages that were sent after a time.
	 * @param timestamp the time
	 * @return the query
	 */
	public static MessageListQuery after(Instant timestamp) {
		return new MessageListQuery(null, timestamp, null);
	}

	/**
	 * Read messages that were sent shortly before and after a time.
	 * @param timestamp the time
	 * @return the query
	 */
	public static MessageListQuery around(Instant timestamp) {
		return new MessageListQuery(null, null, timestamp);
	}

}
