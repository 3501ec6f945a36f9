package io.github.crispspring.webhook;

import java.time.Clock;
import java.time.Duration;

/**
 * Check of the age of a signed request.
 *
 * @param tolerance the maximum difference between the timestamp of a request and the
 * current time, zero to accept any timestamp
 * @param clock the clock to compare timestamps with
 */
record RequestAge(Duration tolerance, Clock clock) {

	/**
	 * Smallest timestamp in milliseconds. In milliseconds it is in the year 2001, in
	 * seconds in the year 33658.
	 */
	private static final long LEAST_MILLISECONDS = 1_000_000_000_000L;

	private static final int MOST_DIGITS = 15;

	boolean isAccepted(String timestamp) {
		if (this.tolerance.isZero()) {
			return true;
		}
		if (!consistsOfDigits(timestamp)) {
			return false;
		}
		long time = Long.parseLong(timestamp);
		long milliseconds = (time < LEAST_MILLISECONDS) ? time * 1000 : time;
		return Math.abs(this.clock.millis() - milliseconds) <= this.tolerance.toMillis();
	}

	private static boolean consistsOfDigits(String timestamp) {
		return !timestamp.isEmpty() && timestamp.length() <= MOST_DIGITS
				&& timestamp.chars().allMatch((character) -> character >= '0' && character <= '9');
	}

}
