package io.github.crispspring.sample.lab;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import io.github.crispspring.event.MessageSend;
import io.github.crispspring.sample.crisp.OnlyWithEmbeddedCrisp;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Fails or is slow once, when it is asked to. A plain {@link EventListener} in front of
 * the others: where it fails, no other is called, so that nothing is answered twice when
 * the event is delivered again. (A {@code @CrispListener} that fails does not keep the
 * event from the others.)
 */
@Component
@OnlyWithEmbeddedCrisp
class FaultyListener {

	private final AtomicReference<Fault> next = new AtomicReference<>(Fault.NONE);

	private final Duration slowness;

	private final LabFeed feed;

	private volatile CountDownLatch slow = new CountDownLatch(0);

	FaultyListener(@Value("${sample.slowness:8s}") Duration slowness, LabFeed feed) {
		this.slowness = slowness;
		this.feed = feed;
	}

	/**
	 * Choose what happens next. Slowness that goes on at this moment ends.
	 * @param fault what happens to the next message
	 */
	void next(Fault fault) {
		this.next.set(fault);
		this.feed.fault(fault);
		this.slow.countDown();
	}

	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void onMessage(MessageSend message) throws InterruptedException {
		Fault fault = this.next.getAndSet(Fault.NONE);
		if (fault == Fault.FAILURE) {
			this.feed.fault(Fault.NONE);
			throw new IllegalStateException("The page asked this listener to fail");
		}
		if (fault == Fault.SLOWNESS) {
			CountDownLatch slow = new CountDownLatch(1);
			this.slow = slow;
			slow.await(this.slowness.toMillis(), TimeUnit.MILLISECONDS);
			this.feed.fault(this.next.get());
		}
	}

	@EventListener(ContextClosedEvent.class)
	void onClose() {
		this.slow.countDown();
	}

}
