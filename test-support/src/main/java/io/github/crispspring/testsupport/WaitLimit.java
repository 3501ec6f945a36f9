package io.github.crispspring.testsupport;

import java.time.Duration;

/**
 * Limit of every wait in a test. A wait ends as soon as its condition is met, so the
 * limit only decides how long a failure takes. It must hold on a slow and busy machine.
 */
public final class WaitLimit {

	/**
	 * The limit in seconds.
	 */
	public static final long SECONDS = 90;

	/**
	 * The limit as a duration.
	 */
	public static final Duration DURATION = Duration.ofSeconds(SECONDS);

	private WaitLimit() {
	}

}
