package io.github.crispspring.autoconfigure;

import java.time.Duration;

import io.github.crispspring.client.CrispRest;
import io.github.crispspring.dispatch.CrispEventDeduplicator;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.dispatch.InMemoryCrispEventDeduplicator;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.listener.CrispListenerRegistry;
import io.github.crispspring.rtm.CrispRtm;
import io.github.crispspring.rtm.CrispRtmLeadership;
import io.github.crispspring.rtm.CrispRtmSettings;
import io.github.crispspring.webhook.CrispWebhookReceiver;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.netty.http.client.HttpClient;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.http.client.ReactorHttpClientBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.socket.client.WebSocketClient;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the realtime connection to
 * Crisp.
 */
@AutoConfiguration(after = { CrispClientAutoConfiguration.class, CrispListenerAutoConfiguration.class })
@ConditionalOnClass({ HttpClient.class, ReactorHttpClientBuilder.class, WebSocketClient.class })
@ConditionalOnBean({ CrispConnectionDetails.class, CrispRest.class, CrispEventDispatcher.class })
@Conditional(OnCrispRtmCondition.class)
@EnableConfigurationProperties(CrispRtmProperties.class)
@Import(RtmConfiguration.class)
public final class CrispRtmAutoConfiguration {

	@Bean
	@Lazy(false)
	RtmSubscriptions crispRtmSubscriptions(ApplicationContext context, CrispConnectionDetails connectionDetails,
			CrispRtmProperties rtmProperties, CrispListenerRegistry listenerRegistry, CrispRtm rtm) {
		RtmAccount account = RtmAccount.of(connectionDetails, rtmProperties);
		RtmSubscriptions subscriptions = new RtmSubscriptions(context, rtm,
				new RtmEventNames(account, listenerRegistry, false)::names);
		listenerRegistry.onRequire(subscriptions::update);
		return subscriptions;
	}

	static void checkSingleConnection(ObjectProvider<CrispReplicasProperties> replicasProperties,
			CrispRtmProperties rtmProperties, ObjectProvider<CrispRtmLeadership> leadership,
			ObjectProvider<CrispEventDeduplicator> deduplicator) {
		CrispReplicasProperties replicas = replicasProperties.getIfAvailable();
		if (replicas == null || !replicas.singleConnection()) {
			return;
		}
		if (leadership.getIfUnique() == null) {
			throw new InvalidConfigurationPropertyValueException("crisp.replicas.single-connection", true,
					"Requires a single bean of type LockRegistry (Spring Integration). Define one, such as a JdbcLockRegistry or a RedisLockRegistry, or remove the property.");
		}
		if (rtmProperties.recover() && deduplicator.getIfUnique() instanceof InMemoryCrispEventDeduplicator) {
			throw new InvalidConfigurationPropertyValueException("crisp.rtm.recover", true,
					"The instance that takes over the connection would handle messages again that another one has handled. Set 'crisp.replicas.shared-duplicates' to 'jdbc' or 'redis', or 'crisp.rtm.recover' to 'false'.");
		}
	}

	/**
	 * The same property determines when an outage is logged as a warning and when health
	 * is down.
	 */
	static Duration gracePeriod(Environment environment) {
		return Binder.get(environment)
			.bind("management.health.crisp.grace-period", Duration.class)
			.orElse(Duration.ofMinutes(1));
	}

	static boolean hasWebhookEndpoint(ListableBeanFactory beanFactory) {
		return beanFactory.getBeanNamesForType(CrispWebhookReceiver.class, true, false).length > 0;
	}

	/**
	 * Configuration of the default connection.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(CrispRtm.class)
	static class ConnectionConfiguration {

		private static final Log logger = LogFactory.getLog(CrispRtmAutoConfiguration.class);

		@Bean
		CrispRtm crispRtm(CrispConnectionDetails connectionDetails, CrispRtmSettings rtmSettings, CrispRest rest,
				CrispEventReader eventReader, CrispEventDispatcher eventDispatcher, RtmEventNames eventNames,
				RtmHttpClient httpClient, ObjectProvider<CrispRtmLeadership> leadership,
				ApplicationEventPublisher eventPublisher) {
			CrispRtm.Builder builder = CrispRtm
				.builder(connectionDetails.getCredentials(), rtmSettings, rest, eventDispatcher)
				.eventNames(eventNames)
				.httpClient(httpClient)
				.eventReader(eventReader)
				.eventPublisher(eventPublisher);
			leadership.ifUnique(builder::leadership);
			return builder.build();
		}

		@Bean
		CrispRtmSettings crispRtmSettings(CrispConnectionDetails connectionDetails, CrispRtmProperties rtmProperties,
				ObjectProvider<CrispReplicasProperties> replicasProperties,
				ObjectProvider<CrispRtmLeadership> leadership, ObjectProvider<CrispEventDeduplicator> deduplicator,
				Environment environment) {
			checkSingleConnection(replicasProperties, rtmProperties, leadership, deduplicator);
			return new CrispRtmSettings(rtmProperties.url(), connectionDetails.getBaseUrl(),
					connectionDetails.getWebsiteId(), rtmProperties.rooms(), rtmProperties.maxFrameSize(),
					rtmProperties.reconnectDelay(), rtmProperties.maxReconnectDelay(), rtmProperties.recover(),
					rtmProperties.keepAlive(), gracePeriod(environment));
		}

		@Bean
		RtmEventNames crispRtmEventNames(CrispConnectionDetails connectionDetails, CrispRtmProperties rtmProperties,
				CrispListenerRegistry listenerRegistry, ListableBeanFactory beanFactory, Environment environment) {
			boolean webhook = hasWebhookEndpoint(beanFactory)
					&& OnCrispWebhookCondition.isConfigured(environment, beanFactory);
			if (webhook) {
				logger.warn("Events are received by webhook and over the realtime connection. Messages are handled "
						+ "once, other events twice. Use both only while migrating from one to the other; then set "
						+ "'crisp.rtm.enabled' to 'false' or remove the secrets of the webhook.");
			}
			return new RtmEventNames(RtmAccount.of(connectionDetails, rtmProperties), listenerRegistry, webhook);
		}

	}

}
