package io.github.crispspring.benchmarks.rtm;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.rtm.CrispRtmConnectedEvent;
import io.github.crispspring.rtm.CrispRtmGapEvent;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * Takes its time with an event now and then.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class SoakApplication {

	private final Ledger ledger;

	private final AtomicInteger connections = new AtomicInteger();

	private final AtomicInteger gaps = new AtomicInteger();

	SoakApplication(Ledger ledger) {
		this.ledger = ledger;
	}

	@CrispListener
	void on(MessageSend message) throws InterruptedException {
		int chance = ThreadLocalRandom.current().nextInt(10_000);
		if (chance < 100) {
			Thread.sleep((chance == 0) ? 500 : 5);
		}
		this.ledger.handled((int) message.fingerprint() - 1);
	}

	@EventListener
	void on(CrispRtmConnectedEvent event) {
		this.connections.incrementAndGet();
	}

	@EventListener
	void on(CrispRtmGapEvent event) {
		this.gaps.incrementAndGet();
	}

	/**
	 * Every connection but the first is preceded by a gap.
	 */
	boolean isRight() {
		return this.gaps.get() == this.connections.get() - 1;
	}

	@Override
	public String toString() {
		return "connected %d times, gaps told %d".formatted(this.connections.get(), this.gaps.get());
	}

}
