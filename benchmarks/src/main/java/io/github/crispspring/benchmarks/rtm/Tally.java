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

	private static final Duration LIMIT = Duration.ofMinutes(5);

	private final AtomicInteger count = new AtomicInteger();

	private final CountDownLatch complete = new CountDownLatch(1);

	private final String subject;

	private final int measured;

	private final int warmUp;

	private volatile @Nullable Figures figures;

	/**
	 * Begin to count.
	 * @param subject who receives the events
	 * @param args where to connect, how many events to measure, and how many come before
	 */
	Tally(String subject, String[] args) {
		this.subject = subject;
		this.measured = Integer.parseInt(args[1]);
		this.warmUp = Integer.parseInt(args[2]);
	}

	void add() {
		int count = this.count.incrementAndGet();
		if (count == this.warmUp + 1) {
			this.figures = Figures.begin();
		}
		else if (count == this.warmUp + this.measured) {
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
		if (this.subject.equals(RtmSocketIo.SUBJECT)) {
			figures.endWithoutAllocation("rtm", this.subject, this.measured);
		}
		else {
			figures.end("rtm", this.subject, this.measured, new long[0]);
		}
		return true;
	}

}
