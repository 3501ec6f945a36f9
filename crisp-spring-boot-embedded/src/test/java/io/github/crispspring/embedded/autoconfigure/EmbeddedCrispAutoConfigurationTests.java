package io.github.crispspring.embedded.autoconfigure;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.crispspring.autoconfigure.CrispAutoConfiguration;
import io.github.crispspring.autoconfigure.CrispConnectionDetails;
import io.github.crispspring.autoconfigure.CrispWebhookConnectionDetails;
import io.github.crispspring.client.CrispCredentials;
import io.github.crispspring.client.plugin.ReactivePluginConnectClient;
import io.github.crispspring.embedded.EmbeddedCrisp;
import io.github.crispspring.embedded.EmbeddedDelivery;
import io.github.crispspring.rtm.CrispRtm;
import io.github.crispspring.rtm.CrispRtmState;
import io.github.crispspring.webhook.CrispWebhookReceiver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.devtools.restart.RestartScopeInitializer;
import org.springframework.boot.devtools.restart.Restarter;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Auto-configuration of an embedded Crisp.
 */
class EmbeddedCrispAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withPropertyValues("crisp.embedded.port=0")
		.withConfiguration(AutoConfigurations.of(EmbeddedCrispAutoConfiguration.class, CrispAutoConfiguration.class));

	@Test
	void doesNotStartInATest() {
		this.runner.run((context) -> assertThat(context).doesNotHaveBean(EmbeddedCrisp.class));
	}

	@Test
	void startsWhereItIsEnabled() {
		this.runner.withPropertyValues("crisp.embedded.enabled=true").run((context) -> {
			EmbeddedCrisp crisp = context.getBean(EmbeddedCrisp.class);
			CrispConnectionDetails details = context.getBean(CrispConnectionDetails.class);
			assertThat(details.getBaseUrl()).isEqualTo(crisp.url());
			assertThat(details.getCredentials().identifier()).isEqualTo(crisp.identifier());
			assertThat(details.getWebsiteId()).isEqualTo(crisp.websiteId());
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "crisp.identifier=i,crisp.key=k", "crisp.webhook.secret=s", "crisp.webhook.secrets=s",
			"crisp.accounts.acme.identifier=i,crisp.accounts.acme.key=k", "crisp.webhook.secrets[0]=s",
			"crisp.webhook.key=k" })
	void doesNotStartBesideACredential(String properties) {
		this.runner.withPropertyValues("crisp.embedded.enabled=true")
			.withPropertyValues(properties.split(","))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddedCrisp.class));
	}

	@Test
	void doesNotStartBesideConnectionDetails() {
		CrispConnectionDetails details = () -> new CrispCredentials("identifier", "key");
		this.runner.withPropertyValues("crisp.embedded.enabled=true")
			.withBean(CrispConnectionDetails.class, () -> details)
			.run((context) -> assertThat(context).doesNotHaveBean(EmbeddedCrisp.class));
	}

	@Test
	void doesNotStartWhereCrispIsDisabled() {
		this.runner.withPropertyValues("crisp.embedded.enabled=true", "crisp.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(EmbeddedCrisp.class));
	}

	@Test
	void websiteHasTheConfiguredIdentifier() {
		String websiteId = "7c3ef21c-1e04-41ce-8c06-5605c346f73e";
		this.runner.withPropertyValues("crisp.embedded.enabled=true", "crisp.embedded.website-id=" + websiteId)
			.run((context) -> {
				assertThat(context.getBean(EmbeddedCrisp.class).websiteId()).isEqualTo(websiteId);
				assertThat(context.getBean(CrispConnectionDetails.class).getWebsiteId()).isEqualTo(websiteId);
			});
	}

	@Test
	void portInUseIsNamed() throws Exception {
		try (ServerSocket used = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			this.runner.withPropertyValues("crisp.embedded.enabled=true", "crisp.embedded.port=" + used.getLocalPort())
				.run((context) -> assertThat(context).getFailure()
					.rootCause()
					.isInstanceOf(InvalidConfigurationPropertyValueException.class));
		}
	}

	@ParameterizedTest
	@EnumSource(WebApplicationType.class)
	void visitorReceivesAReply(WebApplicationType type) {
		try (ConfigurableApplicationContext context = run(type)) {
			EmbeddedCrisp crisp = context.getBean(EmbeddedCrisp.class);
			EmbeddedCrisp.Transport transport = (type == WebApplicationType.NONE) ? EmbeddedCrisp.Transport.RTM
					: EmbeddedCrisp.Transport.WEBHOOK;
			if (transport == EmbeddedCrisp.Transport.RTM) {
				crisp.awaitRtmConnected();
			}
			assertThat(crisp.visitor("Ada").writes("Hi").awaitReply().text()).isEqualTo("Hello!");
			EmbeddedDelivery delivery = crisp
				.awaitDelivery((each) -> each.event().equals("message:send") && each.isEnded());
			assertThat(delivery.transport()).isEqualTo(transport);
			assertThat(delivery.state()).isEqualTo(EmbeddedDelivery.State.DELIVERED);
		}
	}

	@ParameterizedTest
	@MethodSource("paths")
	void webhookIsDeliveredBelowThePathsOfTheApplication(WebApplicationType type, String property) {
		try (ConfigurableApplicationContext context = run(type, property, "--crisp.webhook.path=/hook")) {
			assertThat(context.getBean(EmbeddedCrisp.class).visitor("Ada").writes("Hi").awaitReply().text())
				.isEqualTo("Hello!");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	@EnabledOnOs(value = OS.LINUX, disabledReason = "Only one address of the loopback interface exists")
	void webhookIsDeliveredToTheAddressOfTheApplication(WebApplicationType type) {
		try (ConfigurableApplicationContext context = run(type, "--server.address=127.0.0.2")) {
			assertThat(context.getBean(EmbeddedCrisp.class).visitor("Ada").writes("Hi").awaitReply().text())
				.isEqualTo("Hello!");
		}
	}

	static Stream<Arguments> paths() {
		return Stream.of(Arguments.of(WebApplicationType.SERVLET, "--server.servlet.context-path=/app"),
				Arguments.of(WebApplicationType.SERVLET, "--spring.mvc.servlet.path=/mvc"),
				Arguments.of(WebApplicationType.REACTIVE, "--spring.webflux.base-path=/app"));
	}

	@Test
	void transportCanBeChosen() {
		try (ConfigurableApplicationContext context = run(WebApplicationType.SERVLET,
				"--crisp.embedded.transport=rtm")) {
			assertThat(context.getBeansOfType(CrispWebhookConnectionDetails.class)).isEmpty();
			assertThat(context.getBeansOfType(CrispWebhookReceiver.class)).isEmpty();
			assertThat(context.getBeansOfType(CrispRtm.class)).hasSize(1);
		}
	}

	@Test
	void rejectedCredentialsEndTheRealtimeConnection() {
		try (ConfigurableApplicationContext context = run(WebApplicationType.NONE)) {
			EmbeddedCrisp crisp = context.getBean(EmbeddedCrisp.class);
			crisp.awaitRtmConnected();
			crisp.faults().rejectCredentials(true).cutRtm(Duration.ZERO);
			CrispRtm rtm = context.getBean(CrispRtm.class);
			await().until(rtm::state, CrispRtmState.Rejected.class::isInstance);
		}
	}

	@Test
	void webhookExcludesTheRealtimeConnection() {
		try (ConfigurableApplicationContext context = run(WebApplicationType.SERVLET)) {
			assertThat(context.getBeansOfType(CrispRtm.class)).isEmpty();
		}
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void oneLogLineNamesWhatRuns(CapturedOutput output) {
		try (ConfigurableApplicationContext context = run(WebApplicationType.NONE)) {
			assertThat(output.getAll().lines().filter((line) -> line.contains("mbedded Crisp"))).singleElement()
				.asString()
				.contains("is running at " + context.getBean(EmbeddedCrisp.class).url(), "realtime connection",
						"'crisp.identifier'")
				.doesNotContain(context.getBean(EmbeddedCrisp.class).key());
			assertThat(output).doesNotContain("SocketIO server started");
		}
	}

	@Test
	void stopsAfterTheBeansThatUseIt() {
		Statuses statuses = new Statuses(new ArrayList<>());
		ConfigurableApplicationContext context = new SpringApplicationBuilder(GreeterApplication.class, LastCall.class)
			.web(WebApplicationType.NONE)
			.initializers((initialized) -> initialized.getBeanFactory().registerSingleton("statuses", statuses))
			.run("--crisp.embedded.enabled=true", "--crisp.embedded.port=0");
		context.close();
		assertThat(statuses.received()).containsExactly(401);
	}

	@Test
	void serverAndStateSurviveARestart() {
		// Otherwise DevTools would disable itself, as this is a test
		System.setProperty("spring.devtools.restart.enabled", "true");
		Restarter.clearInstance();
		Restarter.initialize(new String[0], false, (thread) -> new URL[0], false);
		EmbeddedCrisp crisp = null;
		try {
			String session;
			try (ConfigurableApplicationContext context = restarted()) {
				crisp = context.getBean(EmbeddedCrisp.class);
				session = crisp.visitor("Ada").writes("Hi").sessionId();
				crisp.conversation(session).awaitReply();
			}
			crisp.conversation(session).write(crisp.operators().get(0), "Are you there?");
			EmbeddedDelivery waiting = crisp.deliveries().get(crisp.deliveries().size() - 1);
			assertThat(waiting.isEnded()).isFalse();
			try (ConfigurableApplicationContext context = restarted()) {
				assertThat(context.getBean(EmbeddedCrisp.class)).isSameAs(crisp);
				assertThat(crisp.conversation(session).messages()).hasSize(3);
				crisp.awaitDelivery((each) -> each.id() == waiting.id() && each.isEnded());
			}
		}
		finally {
			System.clearProperty("spring.devtools.restart.enabled");
			Restarter.clearInstance();
			if (crisp != null) {
				crisp.close();
			}
		}
	}

	private static ConfigurableApplicationContext restarted() {
		return new SpringApplicationBuilder(GreeterApplication.class).web(WebApplicationType.SERVLET)
			.initializers(new RestartScopeInitializer())
			.run("--server.port=0", "--crisp.embedded.enabled=true", "--crisp.embedded.port=0");
	}

	private static ConfigurableApplicationContext run(WebApplicationType type, String... arguments) {
		String[] all = Stream
			.concat(Stream.of("--server.port=0", "--crisp.embedded.enabled=true", "--crisp.embedded.port=0"),
					Stream.of(arguments))
			.toArray(String[]::new);
		return new SpringApplicationBuilder(GreeterApplication.class).web(type).run(all);
	}

	/**
	 * Calls the embedded Crisp when it is destroyed, without a client of the application,
	 * as those have no threads anymore.
	 */
	@Configuration(proxyBeanMethods = false)
	static class LastCall {

		@Bean
		DisposableBean lastCall(ReactivePluginConnectClient plugin, CrispConnectionDetails connection,
				Statuses statuses) {
			URI uri = URI.create(connection.getBaseUrl() + "/v1/plugin/connect/account");
			return () -> statuses.received()
				.add(HttpClient.newHttpClient()
					.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
					.statusCode());
		}

	}

	record Statuses(List<Integer> received) {

	}

}
