package io.github.crispspring.benchmarks.rtm;

import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.CrispListener;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/**
 * Counts messages.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class TallyApplication {

	private final Tally tally;

	TallyApplication(Tally tally) {
		this.tally = tally;
	}

	@CrispListener
	void on(MessageSend message) {
		this.tally.add();
	}

}
