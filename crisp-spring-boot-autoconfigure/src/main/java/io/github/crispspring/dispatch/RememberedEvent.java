package io.github.crispspring.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * Event by the digest of its key, which requires less memory than the key. 128 bits of
 * the digest suffice, as nobody can choose keys whose digests have them in common.
 */
final class RememberedEvent {

	private final long high;

	private final long low;

	private final long since;

	/**
	 * Create an event.
	 * @param high the first half of the digest
	 * @param low the second half of the digest
	 * @param since when it was received, in milliseconds
	 */
	RememberedEvent(long high, long low, long since) {
		this.high = high;
		this.low = low;
		this.since = since;
	}

	long high() {
		return this.high;
	}

	long low() {
		return this.low;
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
