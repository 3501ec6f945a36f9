package io.github.crispspring.testsupport;

import org.junit.jupiter.api.Assumptions;

/**
 * Programs that some tests require. A developer may do without them, but a build with
 * {@code CI=true} must not skip tests unnoticed.
 */
public final class Requirement {

	private Requirement() {
	}

	/**
	 * Skip the current test if a program is missing, or fail if {@code CI=true}.
	 * @param present whether the program is installed
	 * @param message what is missing and how to install it
	 */
	public static void check(boolean present, String message) {
		if (!present && "true".equals(System.getenv("CI"))) {
			throw new AssertionError(message);
		}
		Assumptions.assumeTrue(present, message);
	}

}
