package io.github.crispspring.autoconfigure;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import io.github.crispspring.CrispClients;
import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.website.conversation.CrispHandoverStore;
import io.github.crispspring.client.website.conversation.CrispHandovers;
import io.github.crispspring.client.website.conversation.InMemoryCrispHandoverStore;
import io.github.crispspring.client.website.conversation.ReactiveWebsiteConversationClient;
import io.github.crispspring.client.website.conversation.WebsiteConversationClient;
import io.github.crispspring.dispatch.CrispEventDeduplicator;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.dispatch.CrispEventObservationConvention;
import io.github.crispspring.dispatch.CrispListenerErrorHandler;
import io.github.crispspring.dispatch.InMemoryCrispEventDeduplicator;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.listener.CrispListenerProcessor;
import io.github.crispspring.listener.CrispListenerRegistry;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.thread.Threading;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.support.CompositeTaskDecorator;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for listeners and the dispatch of
 * events to them.
 */
@AutoConfiguration(after = CrispAutoConfiguration.class)
@ConditionalOnClass({ Mono.class, JsonMapper.class })
@ConditionalOnCrispEnabled
@EnableConfigurationProperties({ CrispProperties.class, CrispListenerProperties.class })
public final class CrispListenerAutoConfiguration {

	private static final String TRANSACTIONAL = "crisp.listener.transactional";

	@Bean
	@ConditionalOnMissingBean
	CrispListenerRegistry crispListenerRegistry() {
		return new CrispListenerRegistry();
	}

	@Bean
	@ConditionalOnMissingBean
	CrispHandoverStore crispHandoverStore() {
		return new InMemoryCrispHandoverStore(InMemoryCrispHandoverStore.DEFAULT_CAPACITY);
	}

	@Bean
	@ConditionalOnMissingBean
	CrispHandovers crispHandovers(CrispHandoverStore handoverStore, CrispListenerProperties listenerProperties) {
		return new CrispHandovers(handoverStore, listenerProperties.handoverRefreshInterval(), Clock.systemUTC());
	}

	@Bean
	@ConditionalOnMissingBean
	CrispListenerProcessor crispListenerProcessor(CrispListenerRegistry registry,
			CrispListenerProperties listenerProperties, CrispProperties crispProperties,
			ObjectProvider<ReactiveWebsiteConversationClient> conversations,
			ObjectProvider<WebsiteConversationClient> blockingConversations, ObjectProvider<CrispRest> rest,
			ObjectProvider<CrispClients> clients, CrispHandovers handovers, ListableBeanFactory beanFactory,
			Environment environment) {
		return new CrispListenerProcessor(registry,
				new ListenerClients(crispProperties.accounts(),
						AccountBeans.isDefaultAccountConfigured(beanFactory, environment), rest, conversations,
						blockingConversations, clients, beanFactory),
				listenerProperties.typingDelay(), handovers);
	}

	@Bean
	CrispEventReader crispEventReader() {
		return new CrispEventReader();
	}

	@Bean
	@ConditionalOnMissingBean
	CrispEventDeduplicator crispEventDeduplicator(CrispListenerProperties listenerProperties,
			ObjectProvider<CrispReplicasProperties> replicasProperties) {
		replicasProperties.ifAvailable((replicas) -> {
			if (replicas.sharedDuplicates() != null) {
				throw missingStoreLibrary(replicas.sharedDuplicates());
			}
		});
		CrispListenerProperties.Duplicates duplicates = listenerProperties.duplicates();
		return new InMemoryCrispEventDeduplicator(duplicates.capacity(), duplicates.retention(), Clock.systemUTC());
	}

	private static InvalidConfigurationPropertyValueException missingStoreLibrary(
			CrispReplicasProperties.SharedDuplicates store) {
		String library = switch (store) {
			case JDBC -> "spring-boot-starter-jdbc";
			case REDIS -> "spring-boot-starter-data-redis";
		};
		return new InvalidConfigurationPropertyValueException("crisp.replicas.shared-duplicates", store,
				"Requires '%s'. Add this dependency, define a bean of type CrispEventDeduplicator, or remove the property."
					.formatted(library));
	}

	@Bean
	@ConditionalOnMissingBean
	CrispEventDispatcher crispEventDispatcher(ApplicationEventPublisher eventPublisher,
			CrispListenerProperties listenerProperties, CrispEventDeduplicator eventDeduplicator,
			ObjectProvider<DispatcherCustomizer> customizers, ObjectProvider<CrispListenerErrorHandler> errorHandlers,
			ObjectProvider<TaskDecorator> taskDecorators, ObjectProvider<ContextPropagation> contextPropagation,
			ObjectProvider<ObservationRegistry> observationRegistry,
			ObjectProvider<CrispEventObservationConvention> observationConvention,
			CrispListenerProcessor listenerProcessor, Environment environment) {
		CrispEventDispatcher.Builder builder = CrispEventDispatcher.builder(eventPublisher, eventDeduplicator)
			.errorHandlers(errorHandlers.orderedStream().toList())
			.concurrency(listenerProperties.concurrency())
			.queueCapacity(listenerProperties.queueCapacity())
			.timeout(listenerProperties.timeout())
			.virtualThreads(Threading.VIRTUAL.isActive(environment))
			.taskDecorator(taskDecorator(taskDecorators, contextPropagation))
			.retryPolicy(retryPolicy(listenerProperties.retry()))
			.accepted(listenerProcessor::accepted)
			.accounts(listenerProcessor.accounts());
		if (listenerProperties.queueSize() != null) {
			builder.queueSize(listenerProperties.queueSize());
		}
		observationRegistry.ifUnique((registry) -> builder.observations(registry, observationConvention.getIfUnique()));
		customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		return builder.build();
	}

	private @Nullable TaskDecorator taskDecorator(ObjectProvider<TaskDecorator> taskDecorators,
			ObjectProvider<ContextPropagation> contextPropagation) {
		List<TaskDecorator> decorators = new ArrayList<>(taskDecorators.orderedStream().toList());
		if (decorators.stream().noneMatch(ContextPropagatingTaskDecorator.class::isInstance)) {
			contextPropagation.ifUnique((propagation) -> decorators.add(0, propagation.decorator()));
		}
		return switch (decorators.size()) {
			case 0 -> null;
			case 1 -> decorators.get(0);
			default -> new CompositeTaskDecorator(decorators);
		};
	}

	private @Nullable RetryPolicy retryPolicy(CrispListenerProperties.Retry retry) {
		return retry.enabled() ? RetryPolicy.builder()
			.maxRetries(retry.maxRetries())
			.delay(retry.initialInterval())
			.multiplier(retry.multiplier())
			.maxDelay(retry.maxInterval())
			.build() : null;
	}

	private static InvalidConfigurationPropertyValueException missingTransactionManager() {
		return new InvalidConfigurationPropertyValueException(TRANSACTIONAL, true,
				"Requires a single or primary bean of type PlatformTransactionManager. Add a database, for example with 'spring-boot-starter-jdbc', mark one of several transaction managers as primary, or remove the property.");
	}

	/**
	 * Propagates thread locals that are registered with Micrometer, such as the current
	 * observation, to listener threads.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ContextSnapshot.class)
	static class ContextPropagationConfiguration {

		@Bean
		ContextPropagation crispListenerContextPropagation() {
			return new ContextPropagation(new ContextPropagatingDecorator());
		}

	}

	/**
	 * Holder of a decorator. A bean of type {@link TaskDecorator} would also be applied
	 * to the executor of Spring Boot.
	 *
	 * @param decorator the decorator
	 */
	record ContextPropagation(TaskDecorator decorator) {

	}

	/**
	 * Publishes events in transactions.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(PlatformTransactionManager.class)
	@ConditionalOnBooleanProperty(TRANSACTIONAL)
	static class TransactionConfiguration {

		@Bean
		DispatcherCustomizer crispTransactionDispatcherCustomizer(
				ObjectProvider<PlatformTransactionManager> candidates) {
			return (builder) -> {
				// A parameter with the name of a bean would select that bean among
				// several
				PlatformTransactionManager unique = candidates.getIfUnique();
				if (unique == null) {
					throw missingTransactionManager();
				}
				builder.transactions(new TransactionTemplate(unique));
			};
		}

	}

	/**
	 * Rejects transactions if Spring's transaction support is missing.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingClass("org.springframework.transaction.PlatformTransactionManager")
	@ConditionalOnBooleanProperty(TRANSACTIONAL)
	static class MissingTransactionConfiguration {

		@Bean
		DispatcherCustomizer crispTransactionDispatcherCustomizer() {
			return (builder) -> {
				throw missingTransactionManager();
			};
		}

	}

	/**
	 * Callback that applies a feature to the dispatcher if its library is present.
	 */
	@FunctionalInterface
	interface DispatcherCustomizer {

		void customize(CrispEventDispatcher.Builder builder);

	}

}
