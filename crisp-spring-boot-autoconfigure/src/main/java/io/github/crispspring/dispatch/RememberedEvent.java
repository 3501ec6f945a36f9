package io.github.crispspring.dispatch;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

/**
 * Event by the digest of its key, which requires less memory than the key. 128 bits of
 * the digest suffice, as nobody can choose keys whose digests have them in common.
 */
final class RememberedEvent {

	private final long high;

	private final long low;

	private final long since;

	private RememberedEvent(long high, long low, long since) {
		this.high = high;
		this.low = low;
		this.since = since;
	}

	/**
	 * Create an event.
	 * @param digest the SHA-256 digest of its key
	 * @param since when it was received, in milliseconds
	 */
	static RememberedEvent of(byte[] digest, long since) {
		ByteBuffer buffer = ByteBuffer.wrap(digest);
		return new RememberedEvent(buffer.getLong(), buffer.getLong(), since);
	}

	long since() {
		return this.since;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof RememberedEvent event && this.high == event.high && this.low == event.low;
	}

	@Override
	public int hashCode() {
		return Long.hashCode(this.low);
	}

}
