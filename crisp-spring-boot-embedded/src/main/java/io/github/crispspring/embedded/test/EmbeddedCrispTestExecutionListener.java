package io.github.crispspring.embedded.test;

import java.time.Duration;

import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.embedded.EmbeddedCrisp;
import io.github.crispspring.rtm.CrispRtm;
import io.github.crispspring.rtm.CrispRtmState;

import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Resets the embedded Crisp of the application context before each test method, and waits
 * until the application has connected to it.
 */
final class EmbeddedCrispTestExecutionListener implements TestExecutionListener {

	private static final Duration LIMIT = Duration.ofSeconds(5);

	private static final Duration POLL_INTERVAL = Duration.ofMillis(5);

	@Override
	public void beforeTestMethod(TestContext testContext) {
		if (!testContext.hasApplicationContext()) {
			return;
		}
		ApplicationContext context = testContext.getApplicationContext();
		context.getBeanProvider(EmbeddedCrisp.class).ifAvailable((crisp) -> {
			// Otherwise the application may not be able to connect
			crisp.faults().reset();
			boolean connects = crisp.transport() == EmbeddedCrisp.Transport.RTM
					&& context.getBeanProvider(CrispRtm.class).stream().anyMatch(this::connects);
			if (connects) {
				crisp.awaitRtmConnected();
			}
			crisp.reset();
		});
	}

	/**
	 * Wait until the application has handled all events, so that what it does for one
	 * test is not seen by the next one.
	 */
	@Override
	public void afterTestMethod(TestContext testContext) throws InterruptedException {
		if (!testContext.hasApplicationContext()) {
			return;
		}
		ApplicationContext context = testContext.getApplicationContext();
		CrispEventDispatcher dispatcher = context.getBeanProvider(CrispEventDispatcher.class).getIfAvailable();
		if (dispatcher != null && context.getBeanProvider(EmbeddedCrisp.class).getIfAvailable() != null) {
			long deadline = System.nanoTime() + LIMIT.toNanos();
			while (dispatcher.getPendingCount() > 0 && System.nanoTime() < deadline) {
				Thread.sleep(POLL_INTERVAL.toMillis());
			}
		}
	}

	/**
	 * Return whether a connection is made, which is not if there is no event to subscribe
	 * to.
	 */
	private boolean connects(CrispRtm rtm) {
		return !(rtm.state() instanceof CrispRtmState.Stopped);
	}

}
