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
 * Replaces the deduplicator of the starter with one that shows duplicates.
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
