package io.github.crispspring.autoconfigure;

import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import io.github.crispspring.client.website.conversation.WebsiteConversationClient;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.listener.CrispDuplicates;
import io.github.crispspring.listener.CrispEventDispatcher;
import io.github.crispspring.listener.CrispListenerErrorHandler;
import io.github.crispspring.listener.CrispListenerFactory;
import io.github.crispspring.listener.CrispListenerRegistry;
import io.github.crispspring.listener.CrispReplies;
import io.github.crispspring.listener.InMemoryCrispDuplicates;
import io.github.crispspring.listener.LoggingErrorHandler;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

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
	CrispDuplicates crispDuplicates(CrispProperties properties, ObjectProvider<Clock> clock) {
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
	CrispEventDispatcher crispEventDispatcher(ApplicationEventPublisher publisher, CrispProperties properties,
			@Qualifier(TaskExecutionAutoConfiguration.APPLICATION_TASK_EXECUTOR_BEAN_NAME) ObjectProvider<Executor> executor,
			CrispDuplicates duplicates, CrispListenerErrorHandler errorHandler) {
		CrispProperties.Listener listener = properties.listener();
		CrispEventDispatcher.Settings settings = new CrispEventDispatcher.Settings(listener.concurrency(),
				listener.queueCapacity(), listener.timeout());
		return new CrispEventDispatcher(publisher, listenerExecutor(executor.getIfAvailable()), settings, duplicates,
				errorHandler);
	}

	/**
	 * Spring Boot's executor takes no more tasks when the context closes; what was
	 * accepted before is then finished on threads of its own.
	 */
	private Executor listenerExecutor(@Nullable Executor executor) {
		Executor own = new SimpleAsyncTaskExecutor("crisp-listener-");
		if (executor == null) {
			return own;
		}
		return (task) -> {
			try {
				executor.execute(task);
			}
			catch (RejectedExecutionException ex) {
				own.execute(task);
			}
		};
	}

}
