package io.github.crispspring.benchmarks.rtm;

import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.CrispListener;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/**
 * Application that counts messages.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class CounterApplication {

	private final EventCounter tally;

	CounterApplication(EventCounter tally) {
		this.tally = tally;
	}

	@CrispListener
	void on(MessageSend message) {
		this.tally.add();
	}

}
