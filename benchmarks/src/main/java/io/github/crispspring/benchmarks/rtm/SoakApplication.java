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
 * Application whose listener is occasionally slow.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class SoakApplication {

	private final EventLedger ledger;

	private final AtomicInteger connections = new AtomicInteger();

	private final AtomicInteger gaps = new AtomicInteger();

	SoakApplication(EventLedger ledger) {
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
	 * Return whether a gap was reported before every connection but the first.
	 */
	boolean isCorrect() {
		return this.gaps.get() == this.connections.get() - 1;
	}

	@Override
	public String toString() {
		return "connections %d, reported gaps %d".formatted(this.connections.get(), this.gaps.get());
	}

}
