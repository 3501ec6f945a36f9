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
 * Listener that fails or is slow once when the page requests it. It is a plain
 * {@link EventListener} with the highest precedence: if it fails, no other listener is
 * called, and the bot does not reply twice when the event is delivered again. A failing
 * {@code @CrispListener} would not prevent the other listeners from being called.
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
	 * Set the fault of the next message and end a delay that is in progress.
	 * @param fault the fault
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
			throw new IllegalStateException("Failure requested on the page");
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
