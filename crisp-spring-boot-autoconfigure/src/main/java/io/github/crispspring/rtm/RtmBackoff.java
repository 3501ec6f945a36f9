package io.github.crispspring.rtm;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * When to try again: after a pause that doubles with each failure in a row. A random part
 * of it is left out, up to a minute, so that many applications do not come at once.
 *
 * @param first the limit after the first failure
 * @param longest what the limit does not exceed
 */
record RtmBackoff(Duration first, Duration longest) {

	/**
	 * How long a connection has to last for the failures before it to be forgotten.
	 */
	static final Duration STABLE = Duration.ofMinutes(1);

	/**
	 * The longest random part of a pause.
	 */
	private static final Duration JITTER = Duration.ofMinutes(1);

	/**
	 * The longest pause that Crisp can ask for.
	 */
	private static final Duration LONGEST_ASKED = Duration.ofHours(24);

	/**
	 * The pause after some failures.
	 * @param failures how many in a row, at least 1
	 * @param chance from 0 up to 1
	 * @param asked how long Crisp asks to wait at least
	 */
	Duration pause(int failures, double chance, @Nullable Duration asked) {
		long limit = this.longest.toMillis();
		int doublings = failures - 1;
		// Beyond 32 doublings the limit is reached, however short the first is
		if (doublings < 32) {
			limit = Math.min(this.first.toMillis() << doublings, limit);
		}
		long jitter = Math.min(limit, JITTER.toMillis());
		Duration pause = Duration.ofMillis(limit - jitter + Math.round(jitter * chance));
		return (asked != null && asked.compareTo(pause) > 0) ? shorter(asked, LONGEST_ASKED) : pause;
	}

	/**
	 * How many failures in a row there are when a connection has ended.
	 * @param before how many there were before it
	 * @param lasted how long it lasted, {@code null} if it never came to be
	 */
	int failures(int before, @Nullable Duration lasted) {
		return (lasted != null && lasted.compareTo(STABLE) >= 0) ? 1 : before + 1;
	}

	private static Duration shorter(Duration one, Duration other) {
		return (one.compareTo(other) <= 0) ? one : other;
	}

}
