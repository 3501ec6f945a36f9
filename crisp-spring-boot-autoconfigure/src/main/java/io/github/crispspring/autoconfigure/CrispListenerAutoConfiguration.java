package io.github.crispspring.autoconfigure;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.CrispRetry;
import io.github.crispspring.client.website.conversation.ReactiveWebsiteConversationClient;
import io.github.crispspring.client.website.conversation.WebsiteConversationClient;
import io.github.crispspring.dispatch.CrispEventDeduplicator;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.dispatch.CrispEventObservationConvention;
import io.github.crispspring.dispatch.CrispListenerErrorHandler;
import io.github.crispspring.dispatch.InMemoryCrispEventDeduplicator;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.listener.CrispListenerFactory;
import io.github.crispspring.listener.CrispListenerRegistry;
import io.github.crispspring.listener.CrispReplies;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
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
import org.springframework.util.function.SingletonSupplier;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for listeners of Crisp's events.
 */
@AutoConfiguration(after = CrispAutoConfiguration.class)
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
			ObjectProvider<CrispReplies> replies, ListableBeanFactory beans) {
		return new CrispListenerFactory(registry, replies::getObject,
				() -> BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans,
						ReactiveWebsiteConversationClient.class, true, false).length > 0);
	}

	/**
	 * Typing is shown without retries: it would be late, and use up the quota.
	 */
	@Bean
	@ConditionalOnMissingBean
	CrispReplies crispReplies(ObjectProvider<ReactiveWebsiteConversationClient> conversations,
			ObjectProvider<WebsiteConversationClient> blockingConversations, ObjectProvider<CrispRest> rest,
			CrispProperties properties) {
		Supplier<@Nullable ReactiveWebsiteConversationClient> typing = SingletonSupplier.ofNullable(() -> {
			CrispRest calls = rest.getIfUnique();
			return (calls != null) ? calls.withRetry(CrispRetry.none()).client(ReactiveWebsiteConversationClient.class)
					: conversations.getIfUnique();
		});
		return new CrispReplies(conversations::getIfUnique, blockingConversations::getIfUnique, typing,
				properties.listener().typingDelay());
	}

	@Bean
	@ConditionalOnMissingBean
	CrispEventReader crispEventReader() {
		return new CrispEventReader();
	}

	@Bean
	@ConditionalOnMissingBean
	CrispEventDeduplicator crispEventDeduplicator(CrispProperties properties, CrispReplicasProperties replicas) {
		if (replicas.sharedDuplicates()) {
			throw new InvalidConfigurationPropertyValueException("crisp.replicas.shared-duplicates", true,
					"There is no single bean of Spring Integration's type ConcurrentMetadataStore to share them in. Define one, such as a JdbcMetadataStore or a RedisMetadataStore, or remove the property.");
		}
		CrispProperties.Listener.Duplicates duplicates = properties.listener().duplicates();
		return new InMemoryCrispEventDeduplicator(duplicates.capacity(), duplicates.retention(), Clock.systemUTC());
	}

	@Bean
	@ConditionalOnMissingBean
	CrispEventDispatcher crispEventDispatcher(ApplicationEventPublisher publisher, BeanFactory beans,
			CrispProperties properties, CrispEventDeduplicator deduplicator,
			ObjectProvider<CrispListenerErrorHandler> errorHandlers, ObjectProvider<TaskDecorator> taskDecorators,
			ObjectProvider<ContextPropagation> contextPropagation, ObjectProvider<ObservationRegistry> observations,
			ObjectProvider<CrispEventObservationConvention> convention, Environment environment) {
		CrispProperties.Listener listener = properties.listener();
		CrispEventDispatcher.Builder builder = CrispEventDispatcher
			.builder(CrispListenerTransactions.publisher(publisher, properties, beans), deduplicator)
			.errorHandlers(errorHandlers.orderedStream().toList())
			.concurrency(listener.concurrency())
			.queueCapacity(listener.queueCapacity())
			.timeout(listener.timeout())
			.virtualThreads(Threading.VIRTUAL.isActive(environment))
			.taskDecorator(taskDecorator(taskDecorators, contextPropagation))
			.retryPolicy(retryPolicy(listener.retry()));
		if (listener.queueSize() != null) {
			builder.queueSize(listener.queueSize());
		}
		observations.ifUnique((registry) -> builder.observations(registry, convention.getIfUnique()));
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

	private @Nullable RetryPolicy retryPolicy(CrispProperties.Listener.Retry retry) {
		return retry.enabled() ? RetryPolicy.builder()
			.maxRetries(retry.maxRetries())
			.delay(retry.initialInterval())
			.multiplier(retry.multiplier())
			.maxDelay(retry.maxInterval())
			.build() : null;
	}

	/**
	 * Carries thread locals that are known to Micrometer, such as the observation, to the
	 * threads of listeners.
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
	 * Not a bean of type {@link TaskDecorator}, which Spring Boot would apply to its own
	 * executor.
	 *
	 * @param decorator the decorator
	 */
	record ContextPropagation(TaskDecorator decorator) {

	}

}
