package io.github.crispspring.autoconfigure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import io.github.crispspring.CrispClient;
import io.github.crispspring.CrispClients;
import io.github.crispspring.ReactiveCrispClient;
import io.github.crispspring.client.CrispAuthenticationException;
import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.CrispWebClientCustomizer;
import io.github.crispspring.client.website.WebsiteClient;
import io.github.crispspring.client.website.conversation.ReactiveWebsiteConversationClient;
import io.github.crispspring.client.website.conversation.WebsiteConversationClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for the clients of named accounts.
 */
@ExtendWith(OutputCaptureExtension.class)
class AccountClientsTests {

	private static final String[] TWO_ACCOUNTS = { "crisp.accounts.acme.identifier=of-acme",
			"crisp.accounts.acme.key=key", "crisp.accounts.brand-b.identifier=of-b", "crisp.accounts.brand-b.key=key",
			"crisp.accounts.brand-b.tier=website" };

	@RegisterExtension
	static final ApplicationTester crisp = new ApplicationTester();

	private final ApplicationContextRunner withDefault = crisp.with().withPropertyValues("crisp.rtm.enabled=false");

	private final ApplicationContextRunner withoutDefault = new ApplicationContextRunner()
		.withUserConfiguration(Application.class)
		.withPropertyValues("crisp.rtm.enabled=false", "crisp.rest.base-url=" + crisp.baseUrl());

	@BeforeEach
	void respond() {
		crisp.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":{}}")));
	}

	@Test
	void clientSelectedByQualifierUsesTokenOfAccount() {
		this.withDefault.withPropertyValues(TWO_ACCOUNTS).withUserConfiguration(Qualified.class).run((context) -> {
			Qualified bean = context.getBean(Qualified.class);
			bean.blocking().website().removeConversation("w", "blocking");
			bean.reactive().website().removeConversation("w", "reactive").block();
			bean.resource().removeConversation("w", "resource");
			bean.reactiveResource().removeConversation("w", "reactive-resource").block();
			bean.rest().client(WebsiteConversationClient.class).removeConversation("w", "rest");
			bean.ofDefault().removeConversation("w", "default");
		});
		assertCalled("blocking", "of-acme", "plugin");
		assertCalled("reactive", "of-b", "website");
		assertCalled("resource", "of-acme", "plugin");
		assertCalled("reactive-resource", "of-b", "website");
		assertCalled("rest", "of-acme", "plugin");
		assertCalled("default", "identifier", "plugin");
	}

	@Test
	void clientsAreFoundByName() {
		this.withDefault.withPropertyValues(TWO_ACCOUNTS).run((context) -> {
			CrispClients clients = context.getBean(CrispClients.class);
			assertThat(clients.names()).containsExactly("default", "acme", "brand-b");
			clients.names().forEach((name) -> clients.get(name).website().removeConversation("w", name));
			assertThat(clients.get("acme")).isSameAs(context.getBean("acme#crispClient"));
			assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> clients.get("other"))
				.withMessageContaining("'other'")
				.withMessageContaining("[default, acme, brand-b]");
		});
		assertCalled("default", "identifier", "plugin");
		assertCalled("acme", "of-acme", "plugin");
		assertCalled("brand-b", "of-b", "website");
	}

	@Test
	void onlyAccountIsInjectedWithoutQualifier() {
		this.withoutDefault.withPropertyValues("crisp.accounts.acme.identifier=of-acme", "crisp.accounts.acme.key=key")
			.withUserConfiguration(ByType.class)
			.run((context) -> {
				assertThat(context).hasSingleBean(CrispRest.class).hasSingleBean(WebsiteClient.class);
				context.getBean(ByType.class).conversations().removeConversation("w", "only");
				assertThat(context.getBean(CrispClients.class).names()).containsExactly("acme");
			});
		assertCalled("only", "of-acme", "plugin");
	}

	@Test
	void clientWithoutQualifierIsReportedIfThereAreSeveralAccounts(CapturedOutput output) {
		SpringApplication application = new SpringApplication(Application.class, ByType.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		assertThatThrownBy(
				() -> application.run(List.of(TWO_ACCOUNTS).stream().map("--"::concat).toArray(String[]::new)))
			.isNotNull();
		assertThat(output).contains("no default account is configured")
			.contains("[acme, brand-b]")
			.contains("@Qualifier")
			.contains("CrispClients");
	}

	@Test
	void defaultAccountAloneHasNoBeansOfSeveralAccounts() {
		this.withDefault.run((context) -> assertThat(context).doesNotHaveBean(CrispClients.class)
			.doesNotHaveBean(CrispAccountsAutoConfiguration.class)
			.hasSingleBean(CrispClient.class)
			.hasSingleBean(ReactiveCrispClient.class));
	}

	@Test
	void accountsShareTheHttpClient() {
		AtomicInteger created = new AtomicInteger();
		this.withDefault.withPropertyValues(TWO_ACCOUNTS)
			.withBean(CrispWebClientCustomizer.class, () -> (webClient) -> created.incrementAndGet())
			.run((context) -> {
				CrispClients clients = context.getBean(CrispClients.class);
				clients.names().forEach((name) -> clients.get(name).website().removeConversation("w", name));
			});
		assertThat(created).hasValue(1);
	}

	@Test
	void rejectedTokenDoesNotAffectOtherAccounts() {
		crisp.stubFor(any(anyUrl()).withBasicAuth("of-acme", "key")
			.willReturn(jsonResponse("{\"error\":true,\"reason\":\"invalid_session\"}", 401)));
		this.withDefault.withPropertyValues(TWO_ACCOUNTS).run((context) -> {
			CrispClients clients = context.getBean(CrispClients.class);
			assertThatExceptionOfType(CrispAuthenticationException.class)
				.isThrownBy(() -> clients.get("acme").website().removeConversation("w", "rejected"));
			clients.get("brand-b").website().removeConversation("w", "accepted");
			clients.get("default").website().removeConversation("w", "of-default");
		});
		assertCalled("accepted", "of-b", "website");
		assertCalled("of-default", "identifier", "plugin");
	}

	@ParameterizedTest
	@CsvSource({ "crisp.accounts.acme.identifier=swordfish, crisp.accounts.acme.key",
			"crisp.accounts.acme.key=swordfish, crisp.accounts.acme.identifier",
			"crisp.accounts.acme.tier=website, crisp.accounts.acme.identifier",
			"crisp.accounts.acme.identifier=, crisp.accounts.acme.identifier",
			"crisp.accounts.acme.webhook.secrets=, crisp.accounts.acme.webhook.secrets",
			"crisp.accounts.default.key=swordfish, crisp.accounts.default",
			"'crisp.accounts[a.b].key=swordfish', crisp.accounts" })
	void incompleteAccountIsReportedWithItsProperty(String given, String expected) {
		this.withDefault.withPropertyValues(given)
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class,
						(ex) -> assertThat(ex.getName()).isEqualTo(expected))
				.hasMessageNotContaining("swordfish"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "brand-a", "brandA", "branda" })
	void environmentVariableCompletesAccount(String name) {
		this.withoutDefault
			.withInitializer(
					ApplicationTester.environmentVariables(new HashMap<>(Map.of("CRISP_ACCOUNTS_BRANDA_KEY", "key"))))
			.withPropertyValues("crisp.accounts." + name + ".identifier=of-a")
			.run((context) -> {
				assertThat(context.getBean(CrispClients.class).names()).containsExactly(name);
				context.getBean(CrispClient.class).website().removeConversation("w", name);
			});
		assertCalled(name, "of-a", "plugin");
	}

	@Test
	void toStringContainsNoSecrets() {
		this.withDefault
			.withPropertyValues("crisp.accounts.acme.identifier=of-acme", "crisp.accounts.acme.key=swordfish",
					"crisp.accounts.acme.webhook.secret=swordfish", "crisp.accounts.acme.webhook.key=swordfish")
			.run((context) -> {
				CrispProperties properties = context.getBean(CrispProperties.class);
				assertThat(properties + "" + properties.accounts()).contains("acme").doesNotContain("swordfish");
			});
	}

	private static void assertCalled(String session, String identifier, String tier) {
		crisp.verify(deleteRequestedFor(urlEqualTo("/v1/website/w/conversation/" + session))
			.withBasicAuth(new BasicCredentials(identifier, "key"))
			.withHeader("X-Crisp-Tier", equalTo(tier)));
	}

	record Qualified(@Qualifier("acme") CrispClient blocking, @Qualifier("brand-b") ReactiveCrispClient reactive,
			@Qualifier("acme") WebsiteConversationClient resource,
			@Qualifier("brand-b") ReactiveWebsiteConversationClient reactiveResource, @Qualifier("acme") CrispRest rest,
			WebsiteConversationClient ofDefault) {

	}

	record ByType(WebsiteConversationClient conversations, CrispClient crisp) {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
