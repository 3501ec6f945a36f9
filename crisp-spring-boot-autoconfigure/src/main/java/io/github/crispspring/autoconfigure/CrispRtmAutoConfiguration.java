package io.github.crispspring.autoconfigure;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.CrispTier;
import io.github.crispspring.dispatch.CrispEventDeduplicator;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.dispatch.InMemoryCrispEventDeduplicator;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.listener.CrispListenerRegistry;
import io.github.crispspring.rtm.CrispRtm;
import io.github.crispspring.rtm.CrispRtmLeadership;
import io.github.crispspring.rtm.CrispRtmSettings;
import io.github.crispspring.rtm.RtmCredentials;
import io.github.crispspring.webhook.CrispWebhookController;
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
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.ReactorHttpClientBuilder;
import org.springframework.boot.http.client.autoconfigure.reactive.ClientHttpConnectorBuilderCustomizer;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.reactive.socket.client.WebSocketClient;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the realtime connection to
 * Crisp.
 */
@AutoConfiguration(after = { CrispClientAutoConfiguration.class, CrispListenerAutoConfiguration.class })
@ConditionalOnClass({ HttpClient.class, ReactorHttpClientBuilder.class, WebSocketClient.class })
@ConditionalOnBean({ CrispRest.class, CrispEventDispatcher.class })
@Conditional(OnCrispRtmCondition.class)
@EnableConfigurationProperties(CrispRtmProperties.class)
public final class CrispRtmAutoConfiguration {

	private static final Log logger = LogFactory.getLog(CrispRtmAutoConfiguration.class);

	@Bean
	@ConditionalOnMissingBean
	CrispRtm crispRtm(CrispConnectionDetails connection, CrispRestProperties restProperties,
			CrispRtmProperties properties, CrispReplicasProperties replicas,
			ObjectProvider<CrispRtmLeadership> leadership, ObjectProvider<CrispEventDeduplicator> duplicates,
			CrispRest rest, CrispListenerRegistry listeners, CrispEventReader reader, CrispEventDispatcher dispatcher,
			ObjectProvider<ClientHttpConnectorBuilder<?>> connector,
			ObjectProvider<ClientHttpConnectorBuilderCustomizer<?>> customizers,
			ObjectProvider<ReactorResourceFactory> resources, ObjectProvider<HttpClientSettings> settings,
			ApplicationEventPublisher publisher, ListableBeanFactory beans, Environment environment) {
		check(properties, replicas, leadership, duplicates);
		boolean webhook = hasWebhook(beans);
		if (webhook) {
			logger.warn("Events are received by webhook and over the realtime connection. Messages are handled once, "
					+ "other events twice. Use both only while migrating from one to the other; then set "
					+ "'crisp.rtm.enabled' to 'false' or remove the secrets of the webhook.");
		}
		RtmCredentials credentials = new RtmCredentials(connection.getCredentials(), connection.getWebsiteId());
		CrispRtmSettings rtmSettings = new CrispRtmSettings(properties.url(), connection.getBaseUrl(),
				properties.rooms(), properties.maxFrameSize(), properties.reconnectDelay(),
				properties.maxReconnectDelay(), properties.recover(), properties.keepAlive(), gracePeriod(environment));
		Supplier<Set<String>> eventNames = () -> eventNames(connection, properties, listeners, webhook);
		CrispRtm rtm = new CrispRtm(credentials, rtmSettings, rest,
				new RtmHttpClient(connector, customizers, resources,
						settings.getIfUnique(HttpClientSettings::defaults)
							.withTimeouts(restProperties.connectTimeout(), restProperties.readTimeout())),
				eventNames, reader, dispatcher, publisher, Clock.systemUTC());
		leadership.ifUnique(rtm::setLeadership);
		return rtm;
	}

	@Bean
	@Lazy(false)
	RtmSubscriptions crispRtmSubscriptions(ApplicationContext context, CrispConnectionDetails connection,
			CrispRtmProperties properties, CrispListenerRegistry listeners, CrispRtm rtm) {
		Predicate<String> delivered = EventAvailability.byRtm(connection.getCredentials().tier());
		return new RtmSubscriptions(context, rtm,
				() -> properties.events().isEmpty() ? listeners.eventNames(delivered) : Set.of());
	}

	/**
	 * Only where there are events to subscribe to is there a connection that requires to
	 * know the websites.
	 */
	private Set<String> eventNames(CrispConnectionDetails connection, CrispRtmProperties properties,
			CrispListenerRegistry listeners, boolean webhook) {
		Predicate<String> delivered = EventAvailability.byRtm(connection.getCredentials().tier());
		EventAvailability.warn(listeners, webhook ? delivered.or(EventAvailability::byWebhook) : delivered,
				"the realtime connection of a token of tier '%s'"
					.formatted(connection.getCredentials().tier().value()));
		Set<String> names = properties.events().isEmpty() ? listeners.eventNames(delivered)
				: EventAvailability.expand(properties.events(), delivered);
		if (!names.isEmpty() && connection.getCredentials().tier() != CrispTier.PLUGIN
				&& connection.getWebsiteId() == null) {
			checkWithoutWebsite(connection.getCredentials().tier(), properties);
		}
		return names;
	}

	private void checkWithoutWebsite(CrispTier tier, CrispRtmProperties properties) {
		if (tier == CrispTier.WEBSITE && properties.url() == null) {
			throw new InvalidConfigurationPropertyValueException("crisp.rtm.website-id", null,
					"The realtime connection of a website token requires it. Set it to the identifier of the website, or set 'crisp.rtm.enabled' to 'false'.");
		}
		if (properties.recover() && properties.rooms().isEmpty()) {
			throw new InvalidConfigurationPropertyValueException("crisp.rtm.recover", true,
					"The websites whose missed messages are to be recovered are not known. Set 'crisp.rtm.rooms' or 'crisp.rtm.website-id' to their identifiers, or 'crisp.rtm.recover' to 'false'.");
		}
	}

	private void check(CrispRtmProperties properties, CrispReplicasProperties replicas,
			ObjectProvider<CrispRtmLeadership> leadership, ObjectProvider<CrispEventDeduplicator> duplicates) {
		if (!replicas.singleConnection()) {
			return;
		}
		if (leadership.getIfUnique() == null) {
			throw new InvalidConfigurationPropertyValueException("crisp.replicas.single-connection", true,
					"There is no single bean of Spring Integration's type LockRegistry to choose the instance with. Define one, such as a JdbcLockRegistry or a RedisLockRegistry, or remove the property.");
		}
		if (properties.recover() && duplicates.getIfUnique() instanceof InMemoryCrispEventDeduplicator) {
			throw new InvalidConfigurationPropertyValueException("crisp.rtm.recover", true,
					"The instance that takes over the connection would handle messages again that another one has handled. Set 'crisp.replicas.shared-duplicates' to 'true', or 'crisp.rtm.recover' to 'false'.");
		}
	}

	private boolean hasWebhook(ListableBeanFactory beans) {
		return beans.getBeanNamesForType(CrispWebhookController.class, true, false).length > 0;
	}

	/**
	 * How long an outage lasts before it is more than a transient failure, for the log as
	 * for health.
	 */
	private Duration gracePeriod(Environment environment) {
		return Binder.get(environment)
			.bind("management.health.crisp.grace-period", Duration.class)
			.orElse(Duration.ofMinutes(1));
	}

}
