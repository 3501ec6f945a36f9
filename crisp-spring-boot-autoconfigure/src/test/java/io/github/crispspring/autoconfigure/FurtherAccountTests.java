package io.github.crispspring.autoconfigure;

import java.net.URI;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import io.github.crispspring.ReactiveCrispClient;
import io.github.crispspring.client.CrispCredentials;
import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.CrispTier;
import io.github.crispspring.client.website.ReactiveWebsiteClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for clients of further accounts, derived from the injected client.
 */
class FurtherAccountTests {

	@RegisterExtension
	static final ApplicationTester crisp = new ApplicationTester();

	private final ApplicationContextRunner contextRunner = crisp.with().withPropertyValues("crisp.rtm.enabled=false");

	@BeforeEach
	void respond() {
		crisp.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":{}}")));
	}

	@ParameterizedTest
	@ValueSource(classes = { Further.class, NoDefaultCandidate.class })
	void furtherAccountStartsWithConfiguredAccount(Class<?> configuration) {
		this.contextRunner.withUserConfiguration(configuration).run((context) -> {
			assertThat(context).hasNotFailed();
			call(context.getBean("acme", ReactiveCrispClient.class).website(), "of-acme");
			call(context.getBean("reactiveCrispClient", ReactiveCrispClient.class).website(), "of-default");
			call(context.getBean(ReactiveWebsiteClient.class), "of-website-client");
		});
		assertCalled("of-acme", "acme", "website");
		assertCalled("of-default", "identifier", "plugin");
		assertCalled("of-website-client", "identifier", "plugin");
	}

	@Test
	void clientOfFurtherAccountIsInjectedByName() {
		this.contextRunner.withUserConfiguration(Further.class, ByName.class).run((context) -> {
			call(context.getBean(ByName.class).acme().website(), "of-acme");
			call(context.getBean(ByName.class).reactiveCrispClient().website(), "of-default");
		});
		assertCalled("of-acme", "acme", "website");
		assertCalled("of-default", "identifier", "plugin");
	}

	@Test
	void nonDefaultCandidateIsInjectedByQualifierOnly() {
		this.contextRunner.withUserConfiguration(NoDefaultCandidate.class, ByQualifier.class).run((context) -> {
			call(context.getBean(ByQualifier.class).further().website(), "of-acme");
			call(context.getBean(ByQualifier.class).crisp().website(), "of-default");
		});
		assertCalled("of-acme", "acme", "website");
		assertCalled("of-default", "identifier", "plugin");
	}

	@Test
	void clientOfSameNameReplacesDefault() {
		this.contextRunner.withBean("reactiveCrispClient", ReactiveCrispClient.class, FurtherAccountTests::replacement)
			.run((context) -> call(context.getBean(ReactiveWebsiteClient.class), "of-replacement"));
		assertCalled("of-replacement", "replacement", "plugin");
	}

	private static ReactiveCrispClient replacement() {
		return new ReactiveCrispClient(CrispRest.builder(WebClient.builder())
			.baseUrl(URI.create(crisp.baseUrl()))
			.credentials(new CrispCredentials("replacement", "key"))
			.build());
	}

	private static void call(ReactiveWebsiteClient website, String session) {
		website.removeConversation("w", session).block();
	}

	private static void assertCalled(String session, String identifier, String tier) {
		crisp.verify(deleteRequestedFor(urlEqualTo("/v1/website/w/conversation/" + session))
			.withBasicAuth(new BasicCredentials(identifier, "key"))
			.withHeader("X-Crisp-Tier", equalTo(tier)));
	}

	@Configuration(proxyBeanMethods = false)
	static class Further {

		@Bean
		ReactiveCrispClient acme(ReactiveCrispClient crisp) {
			return crisp.mutate().credentials(new CrispCredentials("acme", "key", CrispTier.WEBSITE)).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class NoDefaultCandidate {

		@Bean(defaultCandidate = false)
		ReactiveCrispClient acme(ReactiveCrispClient crisp) {
			return crisp.mutate().credentials(new CrispCredentials("acme", "key", CrispTier.WEBSITE)).build();
		}

	}

	record ByName(ReactiveCrispClient acme, ReactiveCrispClient reactiveCrispClient) {

	}

	record ByQualifier(@Qualifier("acme") ReactiveCrispClient further, ReactiveCrispClient crisp) {

	}

}
