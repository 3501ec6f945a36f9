package io.github.crispspring.rtm;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.crispspring.testsupport.WaitLimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Event listener that blocks until it is unblocked.
 */
final class BlockingListener {

	private final CountDownLatch received = new CountDownLatch(1);

	private final CountDownLatch unblocked = new CountDownLatch(1);

	BlockingListener(RtmTester tester) {
		tester.listener = (event) -> {
			block();
			tester.events.add(event);
		};
	}

	private void block() {
		this.received.countDown();
		try {
			assertThat(this.unblocked.await(WaitLimit.SECONDS, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Wait until the first event is received.
	 */
	void awaitFirstEvent() throws InterruptedException {
		assertThat(this.received.await(WaitLimit.SECONDS, TimeUnit.SECONDS)).isTrue();
	}

	/**
	 * Block for a time in which a condition must hold.
	 */
	void blockFor(Duration time, Callable<Boolean> condition) throws InterruptedException {
		awaitFirstEvent();
		await().during(time).until(condition);
		unblock();
	}

	/**
	 * Handle all events from now on.
	 */
	void unblock() {
		this.unblocked.countDown();
	}

}
