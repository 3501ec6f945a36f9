package io.github.crispspring.rtm;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.crispspring.testsupport.WaitLimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A listener that handles nothing until the gate is opened.
 */
final class BlockingListener {

	private final CountDownLatch reached = new CountDownLatch(1);

	private final CountDownLatch opened = new CountDownLatch(1);

	BlockingListener(RtmTester tester) {
		tester.listener = (event) -> {
			pass();
			tester.events.add(event);
		};
	}

	private void pass() {
		this.reached.countDown();
		try {
			assertThat(this.opened.await(WaitLimit.SECONDS, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Wait until the first event is held.
	 */
	void awaitFirst() throws InterruptedException {
		assertThat(this.reached.await(WaitLimit.SECONDS, TimeUnit.SECONDS)).isTrue();
	}

	/**
	 * Hold all events for a time in which something must be true.
	 */
	void holdFor(Duration time, Callable<Boolean> meanwhile) throws InterruptedException {
		awaitFirst();
		await().during(time).until(meanwhile);
		open();
	}

	void open() {
		this.opened.countDown();
	}

}
