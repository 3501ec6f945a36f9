package io.github.crispspring.benchmarks.rtm;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.crispspring.benchmarks.Figures;
import org.jspecify.annotations.Nullable;

/**
 * Counts events and prints their cost for this process, excluding the warm-up events.
 */
class EventCounter {

	private static final Duration LIMIT = Duration.ofMinutes(5);

	private final AtomicInteger count = new AtomicInteger();

	private final CountDownLatch complete = new CountDownLatch(1);

	private final String subject;

	private final int measured;

	private final int warmUp;

	private volatile @Nullable Figures figures;

	/**
	 * Create a counter.
	 * @param subject the receiver of the events
	 * @param args the URL, the number of measured events, and the number of warm-up
	 * events
	 */
	EventCounter(String subject, String[] args) {
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
	 * Wait until a number of events was received, or the time limit of all events.
	 */
	void await(int count) throws InterruptedException {
		Instant end = Instant.now().plus(LIMIT);
		while (this.count.get() < count && Instant.now().isBefore(end)) {
			Thread.sleep(1);
		}
	}

	/**
	 * Wait for all events.
	 * @return whether all events were received
	 */
	boolean print() throws InterruptedException {
		boolean complete = this.complete.await(LIMIT.toSeconds(), TimeUnit.SECONDS);
		Figures figures = this.figures;
		if (!complete || figures == null) {
			System.err.println("Only " + this.count + " events were received");
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
