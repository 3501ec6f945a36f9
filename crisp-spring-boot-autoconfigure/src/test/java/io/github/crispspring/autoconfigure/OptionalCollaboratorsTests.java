package io.github.crispspring.autoconfigure;

import java.time.Clock;

import io.github.crispspring.client.CrispCallObservationConvention;
import io.github.crispspring.client.DefaultCrispCallObservationConvention;
import io.github.crispspring.client.website.ReactiveWebsiteClient;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.rtm.CrispRtm;
import io.github.crispspring.rtm.CrispRtmLeadership;
import io.github.crispspring.testsupport.WaitLimit;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for optional beans of which only a single candidate is used.
 */
class OptionalCollaboratorsTests {

	@RegisterExtension
	static final ApplicationTester crisp = new ApplicationTester();

	/**
	 * Excludes the auto-configuration of Spring Boot for HTTP clients, which requires
	 * some of them to be unique.
	 */
	@Test
	void ambiguousCollaboratorsOfClientsAreIgnored() {
		crisp.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":{}}")));
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(CrispAutoConfiguration.class, CrispClientAutoConfiguration.class))
			.withBean(WebClient.Builder.class, WebClient::builder)
			.withBean(ClientHttpConnectorBuilder.class, ClientHttpConnectorBuilder::detect)
			.withPropertyValues("crisp.identifier=i", "crisp.key=k", "crisp.rest.base-url=" + crisp.baseUrl())
			.withBean("registry1", ObservationRegistry.class, ObservationRegistry::create)
			.withBean("registry2", ObservationRegistry.class, ObservationRegistry::create)
			.withBean("convention1", CrispCallObservationConvention.class, DefaultCrispCallObservationConvention::new)
			.withBean("convention2", CrispCallObservationConvention.class, DefaultCrispCallObservationConvention::new)
			.withBean("settings1", HttpClientSettings.class, HttpClientSettings::defaults)
			.withBean("settings2", HttpClientSettings.class, HttpClientSettings::defaults)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				context.getBean(ReactiveWebsiteClient.class).removeConversation("w", "s").block(WaitLimit.DURATION);
			});
		crisp.verify(1, deleteRequestedFor(urlPathEqualTo("/v1/website/w/conversation/s")));
	}

	@Test
	void ambiguousLeadershipIsIgnored() {
		crisp.with(Listener.class)
			.withBean("leadership1", CrispRtmLeadership.class, () -> (connection) -> Mono.never())
			.withBean("leadership2", CrispRtmLeadership.class, () -> (connection) -> Mono.never())
			.run((context) -> assertThat(context).hasNotFailed()
				.getBean(CrispRtm.class)
				.returns(true, CrispRtm::isRunning));
	}

	@Test
	void clocksOfApplicationAreIgnored() {
		new WebApplicationContextRunner().withUserConfiguration(Application.class, Listener.class)
			.withPropertyValues("crisp.identifier=i", "crisp.key=k", "crisp.rest.base-url=http://localhost:1",
					"crisp.webhook.secret=s", "crisp.rtm.enabled=true")
			.withBean("utc", Clock.class, Clock::systemUTC)
			.withBean("local", Clock.class, Clock::systemDefaultZone)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	static class Listener {

		@CrispListener
		void on(MessageSend message) {
		}

	}

}
