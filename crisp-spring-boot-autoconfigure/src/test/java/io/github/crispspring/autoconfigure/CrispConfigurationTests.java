package io.github.crispspring.autoconfigure;

import java.time.Duration;
import java.util.Map;

import io.github.crispspring.client.CrispTier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for sources and formats of properties.
 */
@ExtendWith(OutputCaptureExtension.class)
class CrispConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(Application.class)
		.withPropertyValues("crisp.rtm.enabled=false");

	@Test
	void environmentVariablesSetProperties() {
		Map<String, Object> variables = Map.of("CRISP_IDENTIFIER", "i", "CRISP_KEY", "k", "CRISP_TIER", "USER",
				"CRISP_RTM_WEBSITEID", "w", "CRISP_WEBHOOK_SECRETS_0_", "s", "CRISP_REST_READTIMEOUT", "3s");
		new WebApplicationContextRunner().withUserConfiguration(Application.class)
			.withPropertyValues("crisp.rtm.enabled=true")
			.withInitializer(ApplicationTester.environmentVariables(variables))
			.run((context) -> {
				CrispConnectionDetails details = context.getBean(CrispConnectionDetails.class);
				assertThat(details.getCredentials().identifier()).isEqualTo("i");
				assertThat(details.getCredentials().tier()).isEqualTo(CrispTier.USER);
				assertThat(details.getWebsiteId()).isEqualTo("w");
				assertThat(context.getBean(CrispWebhookProperties.class).secrets()).containsExactly("s");
				assertThat(context.getBean(CrispRestProperties.class).readTimeout()).isEqualTo(Duration.ofSeconds(3));
			});
	}

	@Test
	void placeholdersAreResolved() {
		this.contextRunner
			.withPropertyValues("vault.identifier=i", "crisp.identifier=${vault.identifier}",
					"crisp.key=${vault.key:k}")
			.run((context) -> {
				CrispConnectionDetails details = context.getBean(CrispConnectionDetails.class);
				assertThat(details.getCredentials().identifier()).isEqualTo("i");
				assertThat(details.getCredentials().key()).isEqualTo("k");
			});
	}

	@Test
	void profilesOverrideProperties() {
		try (ConfigurableApplicationContext context = run("--spring.profiles.active=staging",
				"--spring.config.location=classpath:profiles/application.yaml")) {
			assertThat(context.getBean(CrispConnectionDetails.class).getCredentials().identifier())
				.isEqualTo("of-staging");
		}
	}

	@ParameterizedTest
	@CsvSource({ "crisp.tier, premium", "crisp.rest.read-timeout, soon", "crisp.listener.concurrency, many",
			"crisp.rest.max-response-size, big" })
	void valueThatCannotBeConvertedIsReportedBySpringBoot(String property, String value, CapturedOutput output) {
		assertThatThrownBy(() -> run("--crisp.identifier=i", "--crisp.key=k", "--" + property + "=" + value));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("Property: " + property)
			.contains("Value: \"" + value + "\"");
	}

	private static ConfigurableApplicationContext run(String... arguments) {
		SpringApplication application = new SpringApplication(Application.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		return application.run(arguments);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
