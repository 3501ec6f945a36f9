package io.github.crispspring.sample.timeline;

import java.time.Clock;

import io.github.crispspring.autoconfigure.CrispProperties;
import io.github.crispspring.listener.CrispDuplicates;
import io.github.crispspring.listener.InMemoryCrispDuplicates;
import io.github.crispspring.sample.crisp.EmbeddedCrisp;
import io.github.crispspring.sample.crisp.OnlyWithEmbeddedCrisp;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts what shows duplicates in the place of what the starter would bring.
 */
@Configuration(proxyBeanMethods = false)
@OnlyWithEmbeddedCrisp
class TimelineConfiguration {

	@Bean
	CrispDuplicates crispDuplicates(CrispProperties properties, Timeline timeline, HandledEvents handledEvents,
			EmbeddedCrisp crisp) {
		CrispProperties.Listener.Duplicates limits = properties.listener().duplicates();
		return new ShownDuplicates(
				new InMemoryCrispDuplicates(limits.capacity(), limits.retention(), Clock.systemUTC()), timeline,
				handledEvents, crisp.delivery());
	}

}
