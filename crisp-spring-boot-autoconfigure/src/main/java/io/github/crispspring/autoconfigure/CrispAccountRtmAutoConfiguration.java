package io.github.crispspring.autoconfigure;

import java.net.URI;

import io.github.crispspring.CrispClients;
import io.github.crispspring.dispatch.CrispEventDeduplicator;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.listener.CrispListenerRegistry;
import io.github.crispspring.rtm.CrispRtmLeadership;
import reactor.netty.http.client.HttpClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.ReactorHttpClientBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.socket.client.WebSocketClient;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the realtime connections of
 * named accounts.
 */
@AutoConfiguration(after = { CrispAccountsAutoConfiguration.class, CrispRtmAutoConfiguration.class,
		CrispWebhookAutoConfiguration.class })
@ConditionalOnClass({ HttpClient.class, ReactorHttpClientBuilder.class, WebSocketClient.class })
@ConditionalOnBean({ CrispClients.class, CrispEventDispatcher.class })
@Conditional(OnAccountRtmCondition.class)
@EnableConfigurationProperties(CrispRtmProperties.class)
@Import({ AccountRtmRegistrar.class, RtmConfiguration.class })
public final class CrispAccountRtmAutoConfiguration {

	static final String CONNECTIONS = "crispAccountConnections";

	@Bean(CONNECTIONS)
	AccountConnections crispAccountConnections(ApplicationContext context, CrispProperties crispProperties,
			CrispRestProperties restProperties, CrispRtmProperties rtmProperties,
			ObjectProvider<CrispReplicasProperties> replicasProperties, CrispClients clients,
			CrispListenerRegistry listenerRegistry, CrispEventReader eventReader, CrispEventDispatcher eventDispatcher,
			RtmHttpClient httpClient, ObjectProvider<CrispConnectionDetails> connectionDetails,
			ObjectProvider<CrispRtmLeadership> leadership, ObjectProvider<CrispEventDeduplicator> deduplicator,
			Environment environment) {
		CrispRtmAutoConfiguration.checkSingleConnection(replicasProperties, rtmProperties, leadership, deduplicator);
		CrispConnectionDetails details = connectionDetails.getIfUnique();
		URI baseUrl = (details != null) ? details.getBaseUrl() : restProperties.baseUrl();
		return new AccountConnections(context, crispProperties, baseUrl, rtmProperties, clients, listenerRegistry,
				eventReader, eventDispatcher, httpClient, leadership.getIfUnique(),
				CrispRtmAutoConfiguration.hasWebhookEndpoint(context),
				CrispRtmAutoConfiguration.gracePeriod(environment));
	}

}
