package io.github.crispspring.test;

import io.github.crispspring.autoconfigure.CrispAutoConfiguration;
import io.github.crispspring.autoconfigure.CrispConnectionDetails;
import io.github.crispspring.client.CrispCredentials;
import io.github.crispspring.client.CrispWebClientCustomizer;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.CrispEventReader;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link CrispTester}.
 */
@AutoConfiguration(before = CrispAutoConfiguration.class)
public final class CrispTesterAutoConfiguration {

	@Bean
	CrispConnectionDetails crispTesterConnectionDetails() {
		return new TestConnectionDetails();
	}

	@Bean
	RecordedCrisp crispTesterRecordedCrisp() {
		return new RecordedCrisp();
	}

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	CrispWebClientCustomizer crispTesterWebClientCustomizer(RecordedCrisp crisp) {
		return (webClient) -> webClient.exchangeFunction(crisp);
	}

	@Bean
	CrispTester crispTester(CrispEventReader reader, CrispEventDispatcher dispatcher, RecordedCrisp crisp) {
		return new CrispTester(reader, dispatcher, crisp);
	}

	/**
	 * Credentials that are none, so that the real ones are not used by accident.
	 */
	private static final class TestConnectionDetails implements CrispConnectionDetails {

		@Override
		public CrispCredentials getCredentials() {
			return new CrispCredentials("test", "test");
		}

		@Override
		public String getWebsiteId() {
			return CrispTester.WEBSITE_ID;
		}

	}

}
