package io.github.crispspring.fanout;

import java.util.concurrent.Executor;

import io.github.crispspring.event.ConversationEvent;
import io.github.crispspring.event.CrispEvent;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.EventExternalizationConfiguration;
import org.springframework.modulith.events.RoutingTarget;
import org.springframework.scheduling.annotation.AsyncConfigurer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Example of the documentation for publishing events to Kafka.
 */
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

	@Bean
	static EventExternalizationConfiguration eventsToKafka() {
		return EventExternalizationConfiguration.externalizing()
			.select(CrispEvent.class::isInstance)
			.routeAll((event) -> RoutingTarget.forTarget("crisp-events")
				.andKey((event instanceof ConversationEvent) ? "#{sessionId()}" : "#{websiteId()}"))
			.build();
	}

	@Bean(defaultCandidate = false)
	static ThreadPoolTaskExecutor inOrder() {
		ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
		executor.setCorePoolSize(1);
		executor.setMaxPoolSize(1);
		return executor;
	}

	@Bean
	static AsyncConfigurer asyncInOrder(@Qualifier("inOrder") Executor executor) {
		return new AsyncConfigurer() {
			@Override
			public Executor getAsyncExecutor() {
				return executor;
			}
		};
	}

}
