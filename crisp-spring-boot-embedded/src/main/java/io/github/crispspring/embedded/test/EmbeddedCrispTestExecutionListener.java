package io.github.crispspring.embedded.test;

import java.time.Duration;
import java.util.List;

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
	public void beforeTestMethod(TestContext testContext) throws InterruptedException {
		if (!testContext.hasApplicationContext()) {
			return;
		}
		ApplicationContext context = testContext.getApplicationContext();
		EmbeddedCrisp crisp = context.getBeanProvider(EmbeddedCrisp.class).getIfAvailable();
		if (crisp != null) {
			// Otherwise the application may not be able to connect
			crisp.faults().reset();
			crisp.webhookKind(EmbeddedCrisp.WebhookKind.PLUGIN);
			if (crisp.transport() == EmbeddedCrisp.Transport.RTM) {
				awaitConnected(crisp, context.getBeanProvider(CrispRtm.class).stream().toList());
			}
			crisp.reset();
		}
	}

	/**
	 * Wait until the application is connected. It makes no attempt of its own after its
	 * credentials were rejected.
	 */
	private void awaitConnected(EmbeddedCrisp crisp, List<CrispRtm> connections) throws InterruptedException {
		if (connections.stream().noneMatch(this::connects)) {
			return;
		}
		long deadline = System.nanoTime() + LIMIT.toNanos();
		List<CrispRtm> rejected = rejected(connections);
		while ((!rejected.isEmpty() || !crisp.isRtmConnected()) && System.nanoTime() < deadline) {
			rejected.forEach(CrispRtm::reconnectNow);
			Thread.sleep(POLL_INTERVAL.toMillis());
			rejected = rejected(connections);
		}
		crisp.awaitRtmConnected();
	}

	private static List<CrispRtm> rejected(List<CrispRtm> connections) {
		return connections.stream().filter((rtm) -> rtm.state() instanceof CrispRtmState.Rejected).toList();
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
