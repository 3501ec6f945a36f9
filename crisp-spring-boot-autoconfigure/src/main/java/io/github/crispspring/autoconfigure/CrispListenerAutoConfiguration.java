package io.github.crispspring.autoconfigure;

import java.time.Clock;
import java.util.concurrent.Executor;

import io.github.crispspring.client.website.conversation.WebsiteConversationClient;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.listener.CrispDuplicates;
import io.github.crispspring.listener.CrispEventDispatcher;
import io.github.crispspring.listener.CrispEventObservationConvention;
import io.github.crispspring.listener.CrispListenerErrorHandler;
import io.github.crispspring.listener.CrispListenerFactory;
import io.github.crispspring.listener.CrispListenerRegistry;
import io.github.crispspring.listener.CrispReplies;
import io.github.crispspring.listener.InMemoryCrispDuplicates;
import io.github.crispspring.listener.LoggingErrorHandler;
import io.micrometer.observation.ObservationRegistry;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.task.SimpleAsyncTaskExecutorBuilder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for listeners of Crisp's events.
 */
@AutoConfiguration(after = { CrispAutoConfiguration.class, TaskExecutionAutoConfiguration.class })
@ConditionalOnClass({ Mono.class, JsonMapper.class })
@ConditionalOnBean(CrispProperties.class)
public final class CrispListenerAutoConfiguration {

	// The factory is needed before other beans exist: nothing here may depend on any

	@Bean
	@ConditionalOnMissingBean
	static CrispListenerRegistry crispListenerRegistry() {
		return new CrispListenerRegistry();
	}

	@Bean
	@ConditionalOnMissingBean
	static CrispListenerFactory crispListenerFactory(CrispListenerRegistry registry,
			ObjectProvider<CrispReplies> replies) {
		return new CrispListenerFactory(registry, replies::getObject);
	}

	@Bean
	@ConditionalOnMissingBean
	CrispReplies crispReplies(ObjectProvider<WebsiteConversationClient> conversations) {
		return new CrispReplies(conversations::getIfAvailable);
	}

	@Bean
	@ConditionalOnMissingBean
	CrispEventReader crispEventReader() {
		return new CrispEventReader();
	}

	@Bean
	@ConditionalOnMissingBean
	CrispDuplicates crispDuplicates(CrispProperties properties, CrispReplicasProperties replicas,
			ObjectProvider<Clock> clock) {
		if (replicas.sharedDuplicates()) {
			throw new InvalidConfigurationPropertyValueException("crisp.replicas.shared-duplicates", true,
					"There is no single bean of Spring Integration's type ConcurrentMetadataStore to share them in. Define one, such as a JdbcMetadataStore or a RedisMetadataStore, or remove the property.");
		}
		CrispProperties.Listener.Duplicates duplicates = properties.listener().duplicates();
		return new InMemoryCrispDuplicates(duplicates.capacity(), duplicates.retention(),
				clock.getIfAvailable(Clock::systemUTC));
	}

	@Bean
	@ConditionalOnMissingBean
	CrispListenerErrorHandler crispListenerErrorHandler() {
		return new LoggingErrorHandler();
	}

	@Bean
	@ConditionalOnMissingBean
	CrispEventDispatcher crispEventDispatcher(ApplicationEventPublisher publisher, BeanFactory beans,
			CrispProperties properties, CrispListenerThreads threads, CrispDuplicates duplicates,
			CrispListenerErrorHandler errorHandler, CrispListenerRegistry listeners,
			ObjectProvider<ObservationRegistry> observations,
			ObjectProvider<CrispEventObservationConvention> convention) {
		CrispProperties.Listener listener = properties.listener();
		CrispEventDispatcher.Settings settings = new CrispEventDispatcher.Settings(listener.concurrency(),
				listener.queueCapacity(), listener.timeout());
		CrispEventDispatcher dispatcher = new CrispEventDispatcher(
				CrispListenerTransactions.publisher(publisher, properties, beans), threads::execute, settings,
				duplicates, errorHandler, listeners);
		observations.ifAvailable((registry) -> dispatcher.setObservations(registry, convention.getIfAvailable()));
		return dispatcher;
	}

	@Bean
	CrispListenerThreads crispListenerThreads(
			@Qualifier(TaskExecutionAutoConfiguration.APPLICATION_TASK_EXECUTOR_BEAN_NAME) ObjectProvider<Executor> executor,
			ObjectProvider<SimpleAsyncTaskExecutorBuilder> builder) {
		return new CrispListenerThreads(executor.getIfAvailable(),
				builder.getIfAvailable(SimpleAsyncTaskExecutorBuilder::new));
	}

}
