package io.github.crispspring.autoconfigure;

import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.CrispTier;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.listener.CrispEventDispatcher;
import io.github.crispspring.listener.CrispListenerRegistry;
import io.github.crispspring.rtm.CrispRtm;
import io.github.crispspring.rtm.CrispRtmSettings;
import io.github.crispspring.rtm.RtmCredentials;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.ReactorHttpClientBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
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

	@Bean
	@ConditionalOnMissingBean
	CrispRtm crispRtm(CrispConnectionDetails connection, CrispProperties restProperties, CrispRtmProperties properties,
			CrispRest rest, CrispListenerRegistry listeners, CrispEventReader reader, CrispEventDispatcher dispatcher,
			ObjectProvider<ReactorResourceFactory> resources, ObjectProvider<HttpClientSettings> settings) {
		if (connection.getTier() == CrispTier.WEBSITE && connection.getWebsiteId() == null) {
			throw new InvalidConfigurationPropertyValueException("crisp.website-id", null,
					"The realtime connection of a website token needs it. Set it to the identifier of the website, or set 'crisp.rtm.enabled' to 'false'.");
		}
		RtmCredentials credentials = new RtmCredentials(connection.getIdentifier(), connection.getKey(),
				connection.getTier(), connection.getWebsiteId());
		return new CrispRtm(credentials, rest,
				new CrispRtmSettings(properties.url(), properties.reconnectDelay(), properties.maxReconnectDelay()),
				webSocketClient(restProperties, properties, resources.getIfAvailable(),
						settings.getIfAvailable(HttpClientSettings::defaults)),
				listeners::eventNames, reader, dispatcher);
	}

	private WebSocketClient webSocketClient(CrispProperties restProperties, CrispRtmProperties properties,
			@Nullable ReactorResourceFactory resources, HttpClientSettings settings) {
		ReactorHttpClientBuilder builder = new ReactorHttpClientBuilder();
		if (resources != null) {
			builder = builder.withReactorResourceFactory(resources);
		}
		HttpClient httpClient = builder
			.build(settings.withTimeouts(restProperties.rest().connectTimeout(), restProperties.rest().readTimeout()));
		int maxFrameSize = Math.toIntExact(properties.maxFrameSize().toBytes());
		return new ReactorNettyWebSocketClient(httpClient,
				() -> WebsocketClientSpec.builder().maxFramePayloadLength(maxFrameSize));
	}

}
