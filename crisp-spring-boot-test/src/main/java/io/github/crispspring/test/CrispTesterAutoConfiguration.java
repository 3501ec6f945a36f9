package io.github.crispspring.test;

import java.net.URI;

import io.github.crispspring.autoconfigure.CrispClientAutoConfiguration;
import io.github.crispspring.autoconfigure.CrispConnectionDetails;
import io.github.crispspring.autoconfigure.CrispListenerAutoConfiguration;
import io.github.crispspring.client.CrispWebClientCustomizer;
import io.github.crispspring.client.website.conversation.CrispHandoverStore;
import io.github.crispspring.dispatch.CrispEventDeduplicator;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.CrispEventReader;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link CrispTester}.
 *
 * @see AutoConfigureCrispTester
 */
@AutoConfiguration(after = { CrispClientAutoConfiguration.class, CrispListenerAutoConfiguration.class })
@ConditionalOnClass(WebClient.class)
@ConditionalOnBean(CrispEventDispatcher.class)
public final class CrispTesterAutoConfiguration {

	@Bean
	TestCrisp crispTesterCrisp(ObjectProvider<CrispConnectionDetails> connection, Environment environment) {
		CrispConnectionDetails details = connection.getIfUnique();
		URI baseUrl = (details != null) ? details.getBaseUrl()
				: environment.getProperty("crisp.rest.base-url", URI.class);
		return new TestCrisp((baseUrl != null) ? StringUtils.trimTrailingCharacter(baseUrl.getRawPath(), '/') : "");
	}

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	CrispWebClientCustomizer crispTesterWebClientCustomizer(TestCrisp crisp) {
		return (webClient) -> webClient.exchangeFunction(crisp::exchange);
	}

	@Bean
	CrispTester crispTester(CrispEventReader reader, CrispEventDispatcher dispatcher,
			ObjectProvider<CrispEventDeduplicator> deduplicator, ObjectProvider<CrispHandoverStore> handoverStore,
			TestCrisp crisp) {
		return new CrispTester(reader, dispatcher, deduplicator.getIfUnique(), handoverStore.getIfUnique(), crisp,
				CrispTester.TIME_LIMIT);
	}

}
