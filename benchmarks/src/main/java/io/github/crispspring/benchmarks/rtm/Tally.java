package io.github.crispspring.benchmarks.rtm;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.crispspring.benchmarks.Figures;
import org.jspecify.annotations.Nullable;

/**
 * Counts events, and prints what they cost this process, those that it warmed up with
 * aside.
 */
final class Tally {

	private static final int WARM_UP = 50_000;

	private static final Duration LIMIT = Duration.ofMinutes(5);

	private final AtomicInteger count = new AtomicInteger();

	private final CountDownLatch complete = new CountDownLatch(1);

	private final String subject;

	private final int measured;

	private volatile @Nullable Figures figures;

	Tally(String subject, int measured) {
		this.subject = subject;
		this.measured = measured;
	}

	void add() {
		int count = this.count.incrementAndGet();
		if (count == WARM_UP + 1) {
			this.figures = Figures.begin();
		}
		else if (count == WARM_UP + this.measured) {
			this.complete.countDown();
		}
	}

	/**
	 * Wait for all events.
	 * @return whether they came
	 */
	boolean print() throws InterruptedException {
		boolean complete = this.complete.await(LIMIT.toSeconds(), TimeUnit.SECONDS);
		Figures figures = this.figures;
		if (!complete || figures == null) {
			System.err.println("Only " + this.count + " events came");
			return false;
		}
		figures.end("rtm", this.subject, this.measured, new long[0]);
		return true;
	}

}
