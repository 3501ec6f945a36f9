package io.github.crispspring.autoconfigure;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.CrispRestBuilder;
import io.github.crispspring.client.CrispWebClientCustomizer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.autoconfigure.HttpClientProperties;
import org.springframework.boot.http.client.autoconfigure.HttpClientSettingsPropertyMapper;
import org.springframework.boot.http.client.autoconfigure.service.HttpServiceClientProperties;
import org.springframework.boot.http.client.autoconfigure.service.HttpServiceClientPropertiesAutoConfiguration;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientHttpServiceGroupConfigurer;
import org.springframework.web.service.registry.HttpServiceGroupConfigurer;
import org.springframework.web.service.registry.HttpServiceProxyRegistry;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the HTTP service group
 * {@value #GROUP}, whose clients make their calls as those of this library do, regardless
 * of the client type of the group.
 */
@AutoConfiguration(after = { CrispClientAutoConfiguration.class, HttpServiceClientPropertiesAutoConfiguration.class })
@ConditionalOnBean({ CrispRest.class, HttpServiceProxyRegistry.class })
public final class CrispHttpServiceGroupAutoConfiguration {

	private static final String GROUP = "crisp";

	@Bean
	RestClientHttpServiceGroupConfigurer crispRestClientHttpServiceGroupConfigurer(GroupRest rest) {
		return (groups) -> configure(groups, rest);
	}

	@Bean
	WebClientHttpServiceGroupConfigurer crispWebClientHttpServiceGroupConfigurer(GroupRest rest) {
		return (groups) -> configure(groups, rest);
	}

	private void configure(HttpServiceGroupConfigurer.Groups<?> groups, GroupRest rest) {
		groups.filterByName(GROUP).forEachProxyFactory((group, factory) -> rest.get().customize(factory));
	}

	/**
	 * Not a bean of type {@link CrispRest}, which applications inject for their account.
	 */
	@Bean
	GroupRest crispHttpServiceGroupRest(CrispRest rest, CrispRestProperties restProperties,
			ObjectProvider<HttpServiceClientProperties> properties, ObjectProvider<WebClient.Builder> webClient,
			ObjectProvider<ClientHttpConnectorBuilder<?>> connector, ObjectProvider<HttpClientSettings> settings,
			ObjectProvider<SslBundles> sslBundles, ObjectProvider<CrispWebClientCustomizer> customizers) {
		return new GroupRest(SingletonSupplier.of(() -> {
			HttpServiceClientProperties groups = properties.getIfAvailable();
			HttpClientProperties group = (groups != null) ? groups.get(GROUP) : null;
			if (group == null) {
				return rest;
			}
			HttpClientSettings defaults = settings.getIfUnique(HttpClientSettings::defaults)
				.withTimeouts(restProperties.connectTimeout(), restProperties.readTimeout());
			HttpClientSettings limits = new HttpClientSettingsPropertyMapper(sslBundles.getIfAvailable(), defaults)
				.map(group)
				.withRedirects(HttpRedirects.DONT_FOLLOW);
			CrispRestBuilder builder = rest.mutate()
				.webClient(() -> webClient(webClient.getObject(), connector.getObject(), limits, customizers))
				.headers(headers(restProperties, group));
			PropertyMapper map = PropertyMapper.get();
			map.from(group::getBaseUrl).whenHasText().as(URI::create).to(builder::baseUrl);
			map.from(limits::readTimeout).to(builder::readTimeout);
			return builder.build();
		}));
	}

	private static WebClient.Builder webClient(WebClient.Builder builder, ClientHttpConnectorBuilder<?> connector,
			HttpClientSettings limits, ObjectProvider<CrispWebClientCustomizer> customizers) {
		builder.clientConnector(connector.build(limits));
		customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		return builder;
	}

	private static Map<String, String> headers(CrispRestProperties restProperties, HttpClientProperties group) {
		Map<String, String> headers = new LinkedHashMap<>(restProperties.headers());
		group.getDefaultHeader().forEach((name, values) -> headers.put(name, String.join(", ", values)));
		return headers;
	}

	/**
	 * How the clients of the group make their calls.
	 *
	 * @param supplier creates the instance on first use
	 */
	record GroupRest(Supplier<CrispRest> supplier) {

		CrispRest get() {
			return this.supplier.get();
		}

	}

}
