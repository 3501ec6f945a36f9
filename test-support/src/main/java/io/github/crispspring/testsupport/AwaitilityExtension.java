package io.github.crispspring.testsupport;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * JUnit extension that configures Awaitility for all tests. JUnit detects it.
 */
public final class AwaitilityExtension implements BeforeAllCallback {

	private static final Duration POLL_INTERVAL = Duration.ofMillis(10);

	@Override
	public void beforeAll(ExtensionContext context) {
		Awaitility.setDefaultTimeout(WaitLimit.DURATION);
		Awaitility.setDefaultPollInterval(POLL_INTERVAL);
	}

}
