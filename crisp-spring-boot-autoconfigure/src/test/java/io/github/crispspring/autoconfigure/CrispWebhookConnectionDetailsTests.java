package io.github.crispspring.autoconfigure;

import java.util.List;

import io.github.crispspring.client.CrispCredentials;
import io.github.crispspring.rtm.CrispRtm;
import io.github.crispspring.webhook.CrispWebhookReceiver;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CrispWebhookConnectionDetails}.
 */
class CrispWebhookConnectionDetailsTests {

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withUserConfiguration(Application.class)
		.withBean(CrispConnectionDetails.class, () -> () -> new CrispCredentials("identifier", "key"));

	@Test
	void enableTheEndpointInsteadOfTheRealtimeConnection() {
		this.contextRunner.withBean(CrispWebhookConnectionDetails.class, () -> () -> List.of("secret"))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(CrispWebhookReceiver.class)
				.doesNotHaveBean(CrispRtm.class));
	}

	@Test
	void absenceLeavesTheRealtimeConnection() {
		this.contextRunner.run((context) -> assertThat(context).hasNotFailed()
			.doesNotHaveBean(CrispWebhookReceiver.class)
			.hasSingleBean(CrispRtm.class));
	}

	@Test
	void retentionShorterThanReplayWindowFailsStartup() {
		this.contextRunner.withBean(CrispWebhookConnectionDetails.class, () -> () -> List.of("secret"))
			.withPropertyValues("crisp.listener.duplicates.retention=119m")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class,
						(ex) -> assertThat(ex.getName()).isEqualTo("crisp.listener.duplicates.retention")));
	}

	@Test
	void secretsOfPropertiesAreIgnored() {
		this.contextRunner.withBean(CrispWebhookConnectionDetails.class, KeyDetails::new)
			.withPropertyValues("crisp.webhook.secret=secret", "crisp.listener.duplicates.retention=1m")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	private static final class KeyDetails implements CrispWebhookConnectionDetails {

		@Override
		public List<String> getSecrets() {
			return List.of();
		}

		@Override
		public String getKey() {
			return "key";
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
