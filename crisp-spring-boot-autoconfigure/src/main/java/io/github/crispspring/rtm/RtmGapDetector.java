package io.github.crispspring.rtm;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * Detects the time in which events may have been missed: from the last frame that this or
 * another instance received to the next connection.
 */
final class RtmGapDetector {

	private final AtomicReference<@Nullable Instant> lastReceivedAt = new AtomicReference<>();

	/**
	 * Record that a frame was received, after all that the server sent before.
	 */
	void received(Instant time) {
		this.lastReceivedAt.set(time);
	}

	/**
	 * Record that another instance received events until a time.
	 * @param time the time, {@code null} if none is known
	 */
	void receivedByOther(@Nullable Instant time) {
		if (time != null) {
			this.lastReceivedAt.accumulateAndGet(time,
					(own, other) -> (own == null || own.isBefore(other)) ? other : own);
		}
	}

	/**
	 * Record that a connection is established.
	 * @return the beginning of the gap, {@code null} if there was no connection before
	 */
	@Nullable Instant connected(Instant time) {
		return this.lastReceivedAt.getAndSet(time);
	}

}
