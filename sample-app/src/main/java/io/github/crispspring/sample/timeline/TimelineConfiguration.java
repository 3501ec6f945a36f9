package io.github.crispspring.sample.timeline;

import java.time.Clock;

import io.github.crispspring.autoconfigure.CrispListenerProperties;
import io.github.crispspring.dispatch.CrispEventDeduplicator;
import io.github.crispspring.dispatch.InMemoryCrispEventDeduplicator;
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
	CrispEventDeduplicator crispDuplicates(CrispListenerProperties properties, Timeline timeline,
			HandledEvents handledEvents, EmbeddedCrisp crisp) {
		CrispListenerProperties.Duplicates limits = properties.duplicates();
		return new ShownDuplicates(
				new InMemoryCrispEventDeduplicator(limits.capacity(), limits.retention(), Clock.systemUTC()), timeline,
				handledEvents, crisp.delivery());
	}

}
