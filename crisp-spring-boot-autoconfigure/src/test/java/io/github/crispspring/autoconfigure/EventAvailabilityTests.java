package io.github.crispspring.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.github.crispspring.client.CrispTier;
import io.github.crispspring.event.CampaignRunning;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.event.SessionSetRouting;
import io.github.crispspring.event.SpamMessage;
import io.github.crispspring.json.CrispJson;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.webhook.CrispWebhookReceiver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EventAvailability}.
 */
@ExtendWith(OutputCaptureExtension.class)
class EventAvailabilityTests {

	private final LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());

	@BeforeEach
	void logWarnings() {
		this.logging.setLogLevel(CrispListener.class.getName(), LogLevel.WARN);
	}

	@AfterEach
	void resetLogging() {
		this.logging.setLogLevel(CrispListener.class.getName(), null);
	}

	@Test
	void tiersMatchContract() throws IOException {
		try (InputStream contract = getClass().getResourceAsStream("/contract/events.json")) {
			for (JsonNode event : CrispJson.mapper().readTree(Objects.requireNonNull(contract))) {
				for (CrispTier tier : new CrispTier[] { CrispTier.USER, CrispTier.PLUGIN }) {
					String tiers = event.path("tiers").toString();
					assertThat(EventAvailability.byRtm(tier).test(event.path("event").asString()))
						.as("%s %s", event.path("event"), tier)
						.isEqualTo(!event.path("tiers").isArray() || tiers.contains(tier.value()));
				}
			}
		}
	}

	@Test
	void patternsExpandToEventsOfTierAndNamesRemain() {
		assertThat(EventAvailability.expand(Set.of("spam:*", "campaign:running", "identity:*"),
				EventAvailability.byRtm(CrispTier.PLUGIN)))
			.containsExactly("campaign:running", "identity:verify:request");
	}

	@Test
	void listenerOfEventsNotDeliveredToTierIsLoggedOnce(CapturedOutput output) {
		new ApplicationContextRunner().withUserConfiguration(Listeners.class)
			.withPropertyValues("crisp.identifier=i", "crisp.key=k", "crisp.rtm.url=ws://localhost:1",
					"crisp.rest.base-url=http://localhost:1", "spring.reactor.netty.shutdown-quiet-period=10ms")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output.getAll().split("never receives", -1)).hasSize(3);
		assertThat(output).contains("never receives the events [spam:message]",
				"never receives the events [campaign:running]", "tier 'plugin'");
	}

	@Test
	void listenerOfEventsNotDeliveredByWebhookIsLoggedOnce(CapturedOutput output) {
		new WebApplicationContextRunner().withUserConfiguration(Listeners.class)
			.withPropertyValues("crisp.webhook.secret=secret")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output.getAll().split("never receives", -1)).hasSize(2);
		assertThat(output).contains("never receives the events [spam:message], which the webhook does not deliver");
	}

	@Test
	void listenerOfEventsThatTheWebhookOfAWebsiteNeverDeliversGetsOneWarning(CapturedOutput output) {
		new WebApplicationContextRunner().withUserConfiguration(Routing.class)
			.withPropertyValues("crisp.webhook.key=key")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output.getAll().split("never receives", -1)).hasSize(2);
		assertThat(output).contains(
				"never receives the events [session:set_routing], which the webhook of a website does not deliver");
	}

	@Test
	void listenerOfEventsThatTheWebhookOfAPluginDeliversGetsNoWarning(CapturedOutput output) {
		new WebApplicationContextRunner().withUserConfiguration(Routing.class)
			.withPropertyValues("crisp.webhook.key=key", "crisp.webhook.secret=secret")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).doesNotContain("never receives");
	}

	@Test
	void secretOfConnectionDetailsMeansWebhookOfAPlugin(CapturedOutput output) {
		new WebApplicationContextRunner().withUserConfiguration(Routing.class)
			.withBean(CrispWebhookConnectionDetails.class, () -> () -> List.of("secret"))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(CrispWebhookReceiver.class));
		assertThat(output).doesNotContain("never receives");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Routing {

		@CrispListener
		void routing(SessionSetRouting event) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Listeners {

		@CrispListener
		void spam(SpamMessage event) {
		}

		@CrispListener
		void campaign(CampaignRunning event) {
		}

		@CrispListener
		void message(MessageSend event) {
		}

		@CrispListener
		void all(CrispEvent event) {
		}

	}

}
