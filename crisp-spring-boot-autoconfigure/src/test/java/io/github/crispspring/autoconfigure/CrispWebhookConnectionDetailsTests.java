package io.github.crispspring.autoconfigure;

import java.util.List;

import io.github.crispspring.client.CrispCredentials;
import io.github.crispspring.rtm.CrispRtm;
import io.github.crispspring.webhook.CrispWebhookController;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
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
				.hasSingleBean(CrispWebhookController.class)
				.doesNotHaveBean(CrispRtm.class));
	}

	@Test
	void absenceLeavesTheRealtimeConnection() {
		this.contextRunner.run((context) -> assertThat(context).hasNotFailed()
			.doesNotHaveBean(CrispWebhookController.class)
			.hasSingleBean(CrispRtm.class));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
