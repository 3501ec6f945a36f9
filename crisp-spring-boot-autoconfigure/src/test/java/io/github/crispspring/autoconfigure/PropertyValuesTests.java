package io.github.crispspring.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for the validation of properties.
 */
@ExtendWith(OutputCaptureExtension.class)
class PropertyValuesTests {

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(ApplicationTester.AUTO_CONFIGURATIONS)
		.withPropertyValues("crisp.identifier=i", "crisp.key=k", "crisp.rest.base-url=http://localhost:1");

	@ParameterizedTest
	@CsvSource({ "crisp.rest.connect-timeout, 0s", "crisp.rest.connect-timeout, -1s", "crisp.rest.connect-timeout, 25d",
			"crisp.rest.read-timeout, 0s", "crisp.rest.read-timeout, 1ns", "crisp.rest.read-timeout, 400000d",
			"crisp.rest.max-response-size, 0", "crisp.rest.max-response-size, -1B", "crisp.rest.max-response-size, 3GB",
			"crisp.rest.retry.attempts, 0", "crisp.rest.retry.attempts, -1", "crisp.rest.retry.backoff, -1s",
			"crisp.rest.retry.backoff, 400000d", "crisp.rest.retry.max-backoff, -1s",
			"crisp.rest.retry.max-backoff, 25d", "crisp.rest.retry.max-retry-after, -1s",
			"crisp.rest.retry.max-retry-after, PT2562047788015215H", "crisp.webhook.timestamp-tolerance, -1s",
			"crisp.webhook.timestamp-tolerance, PT2562047788015215H", "crisp.webhook.acknowledge-timeout, 0s",
			"crisp.webhook.read-timeout, 0s", "crisp.webhook.acknowledge-timeout, -1s",
			"crisp.webhook.acknowledge-timeout, 400000d", "crisp.webhook.max-body-size, 0",
			"crisp.webhook.max-body-size, 2GB", "crisp.rtm.max-frame-size, 0", "crisp.rtm.max-frame-size, 3GB",
			"crisp.rtm.reconnect-delay, 0s", "crisp.rtm.reconnect-delay, 400000d", "crisp.rtm.max-reconnect-delay, 0s",
			"crisp.rtm.max-reconnect-delay, -1s", "crisp.listener.concurrency, 0", "crisp.listener.queue-capacity, 0",
			"crisp.listener.queue-size, 0", "crisp.listener.timeout, 0s", "crisp.listener.timeout, -1s",
			"crisp.listener.timeout, 400000d", "crisp.listener.retry.max-retries, 0",
			"crisp.listener.retry.initial-interval, 0s", "crisp.listener.retry.multiplier, 0.5",
			"crisp.listener.retry.max-interval, 400000d", "crisp.listener.duplicates.capacity, 0",
			"crisp.listener.duplicates.retention, -1s", "crisp.replicas.connection-lease, 999ms",
			"crisp.replicas.connection-lease, 400000d", "crisp.replicas.event-lease, 999ms",
			"crisp.replicas.event-lease, 25d" })
	void valueOutOfBoundsFailsStartup(String property, String value) {
		this.contextRunner
			.withPropertyValues("crisp.rtm.enabled=true", "crisp.webhook.secret=swordfish", property + "=" + value)
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, (ex) -> {
					assertThat(ex.getName()).isEqualTo(property);
					assertThat(ex.getReason()).startsWith("Must be ");
				}));
	}

	@ParameterizedTest
	@ValueSource(strings = { "crisp.rest.connect-timeout=1ms", "crisp.rest.connect-timeout=24d",
			"crisp.rest.read-timeout=24d", "crisp.rest.max-response-size=1B", "crisp.rest.max-response-size=1GB",
			"crisp.rest.retry.attempts=1", "crisp.rest.retry.backoff=0s", "crisp.rest.retry.max-backoff=0s",
			"crisp.rest.retry.max-retry-after=24d", "crisp.webhook.timestamp-tolerance=0s",
			"crisp.webhook.acknowledge-timeout=1ms", "crisp.webhook.max-body-size=1GB", "crisp.rtm.max-frame-size=1GB",
			"crisp.rtm.reconnect-delay=1ms", "crisp.rtm.max-reconnect-delay=24d", "crisp.replicas.connection-lease=1s",
			"crisp.replicas.event-lease=24d" })
	void valueAtBoundIsAccepted(String property) {
		this.contextRunner.withPropertyValues("crisp.rtm.enabled=true", "crisp.webhook.secret=swordfish", property)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@ParameterizedTest
	@CsvSource({ "crisp.rest.read-timeout, 0s, at least 1ms and at most 24d",
			"crisp.rest.retry.attempts, 0, greater than 0",
			"crisp.rest.max-response-size, 3GB, greater than 0 and at most 1GB",
			"crisp.rtm.reconnect-delay, 400000d, at least 1ms and at most 24d",
			"crisp.replicas.event-lease, 5ms, at least 1s and at most 24d" })
	void failureAnalysisContainsPropertyValueAndReason(String property, String value, String reason,
			CapturedOutput output) {
		assertStartFails("--crisp.identifier=i", "--crisp.key=swordfish", "--" + property + "=" + value);
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("Property: " + property)
			.contains("Value: \"" + value + "\"")
			.contains("Reason: Must be " + reason)
			.doesNotContain("swordfish");
	}

	@Test
	void failureAnalysisContainsOrigin(CapturedOutput output) {
		assertStartFails("--spring.config.location=classpath:profiles/invalid.yaml");
		assertThat(output).contains("Property: crisp.rest.retry.backoff")
			.contains("Value: \"-1s\"")
			.containsPattern("Origin: class path resource \\[profiles/invalid.yaml\\] - 6:\\d+");
	}

	@ParameterizedTest
	@ValueSource(strings = { "crisp.identifier", "crisp.key", "crisp.webhook.secret", "crisp.webhook.secrets",
			"crisp.webhook.secrets[0]", "crisp.webhook.key" })
	void blankCredentialOrSecretFailsStartup(String property) {
		String name = property.replace("[0]", "");
		Map<String, Object> credentials = new HashMap<>(
				Map.of("crisp.identifier", "i", "crisp.key", "k", "crisp.rtm.enabled", "false"));
		for (String blank : new String[] { "", " \t\n" }) {
			credentials.put(property, blank);
			assertIsBlank(web(credentials), name);
			assertIsBlank(withoutWeb(credentials), name);
		}
	}

	@Test
	void blankSecretFailsStartupEvenWithAnotherSecret() {
		assertIsBlank(web(Map.of("crisp.webhook.secret", "s", "crisp.webhook.secrets", "")), "crisp.webhook.secrets");
		assertIsBlank(web(Map.of("crisp.webhook.secrets[0]", "s", "crisp.webhook.secrets[1]", " ")),
				"crisp.webhook.secrets");
		assertIsBlank(web(Map.of("crisp.webhook.key", "k", "crisp.webhook.secrets", "")), "crisp.webhook.secrets");
	}

	private static void assertIsBlank(Throwable failure, String property) {
		assertThat(failure).rootCause()
			.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, (ex) -> {
				assertThat(ex.getName()).isEqualTo(property);
				assertThat(ex.getReason()).contains("Must not be blank");
			});
	}

	private static Throwable web(Map<String, Object> properties) {
		AtomicReference<Throwable> failure = new AtomicReference<>();
		new WebApplicationContextRunner().withConfiguration(ApplicationTester.AUTO_CONFIGURATIONS)
			.withInitializer((context) -> set(context, properties))
			.run((context) -> failure.set(context.getStartupFailure()));
		return failure.get();
	}

	private static Throwable withoutWeb(Map<String, Object> properties) {
		AtomicReference<Throwable> failure = new AtomicReference<>();
		new ApplicationContextRunner().withConfiguration(ApplicationTester.AUTO_CONFIGURATIONS)
			.withInitializer((context) -> set(context, properties))
			.run((context) -> failure.set(context.getStartupFailure()));
		return failure.get();
	}

	/**
	 * Set properties whose values retain their white space.
	 */
	private static void set(ConfigurableApplicationContext context, Map<String, Object> properties) {
		context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
	}

	@Test
	void blankKeyIsReportedWithPropertyName(CapturedOutput output) {
		assertStartFails("--crisp.identifier=swordfish", "--crisp.key= ");
		assertThat(output).contains("Property: crisp.key")
			.contains("Reason: Must not be blank")
			.doesNotContain("swordfish");
	}

	@Test
	void valuesAreTrimmed() {
		Map<String, Object> properties = new HashMap<>();
		properties.put("crisp.identifier", " i\n");
		properties.put("crisp.key", "k\r\n");
		properties.put("crisp.tier", " user ");
		properties.put("crisp.rtm.website-id", "\tw ");
		properties.put("crisp.rest.base-url", " http://localhost:1 ");
		properties.put("crisp.rest.headers.x-one", " one\n");
		properties.put("crisp.rest.retry.attempts", " 5 ");
		properties.put("crisp.webhook.secret", "s0\n");
		properties.put("crisp.webhook.secrets[0]", " s1");
		properties.put("crisp.webhook.secrets[1]", "s2 ");
		properties.put("crisp.webhook.key", " k ");
		properties.put("crisp.rtm.enabled", " true ");
		properties.put("crisp.rtm.url", " ws://localhost:1 ");
		properties.put("crisp.rtm.rooms[0]", " r1 ");
		properties.put("crisp.rtm.rooms[1]", " ");
		properties.put("crisp.rtm.events", " message:send , session:removed ");
		properties.put("crisp.replicas.group", " g ");
		new WebApplicationContextRunner().withConfiguration(ApplicationTester.AUTO_CONFIGURATIONS)
			.withInitializer((context) -> set(context, properties))
			.run((context) -> {
				CrispConnectionDetails details = context.getBean(CrispConnectionDetails.class);
				assertThat(details.getCredentials().identifier()).isEqualTo("i");
				assertThat(details.getCredentials().key()).isEqualTo("k");
				assertThat(details.getWebsiteId()).isEqualTo("w");
				assertThat(details.getBaseUrl()).isEqualTo(URI.create("http://localhost:1"));
				assertThat(context.getBean(CrispRestProperties.class).headers()).containsEntry("x-one", "one");
				CrispWebhookProperties webhook = context.getBean(CrispWebhookProperties.class);
				assertThat(webhook.secrets()).containsExactly("s0", "s1", "s2");
				assertThat(webhook.key()).isEqualTo("k");
				CrispRtmProperties rtm = context.getBean(CrispRtmProperties.class);
				assertThat(rtm.url()).isEqualTo(URI.create("ws://localhost:1"));
				assertThat(rtm.rooms()).containsExactly("r1");
				assertThat(rtm.events()).containsExactlyInAnyOrder("message:send", "session:removed");
				assertThat(context.getBean(CrispReplicasProperties.class).group()).isEqualTo("g");
			});
	}

	@Test
	void blankWebsiteIdIsIgnored() {
		this.contextRunner.withPropertyValues("crisp.rtm.website-id= ")
			.run((context) -> assertThat(context.getBean(CrispConnectionDetails.class).getWebsiteId()).isNull());
	}

	@Test
	void environmentVariableMaySetSingleSecret() {
		Map<String, Object> variables = Map.of("CRISP_IDENTIFIER", "i", "CRISP_KEY", "k", "CRISP_WEBHOOK_SECRET",
				"secret");
		new WebApplicationContextRunner().withConfiguration(ApplicationTester.AUTO_CONFIGURATIONS)
			.withInitializer(ApplicationTester.environmentVariables(variables))
			.run((context) -> {
				assertThat(context).hasBean("crispWebhookHandlerMapping").doesNotHaveBean("crispRtm");
				assertThat(context.getBean(CrispWebhookProperties.class).secrets()).containsExactly("secret");
			});
	}

	@Test
	void invalidValueIsIgnoredIfCrispIsDisabled() {
		this.contextRunner
			.withPropertyValues("crisp.enabled=false", "crisp.key=", "crisp.webhook.secret=",
					"crisp.rest.read-timeout=0s")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void maximumDelayFitsIntoIntOfMilliseconds() {
		assertThat(PropertyChecks.LONGEST_DELAY).isLessThan(Duration.ofMillis(Integer.MAX_VALUE));
	}

	private static void assertStartFails(String... arguments) {
		SpringApplication application = new SpringApplication(Application.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		assertThatThrownBy(() -> application.run(arguments)).isNotNull();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
