package io.github.crispspring.sample.crisp;

import java.net.ConnectException;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EmbeddedCrispInitializerTests {

	private final GenericApplicationContext context = new GenericApplicationContext();

	@AfterEach
	void close() {
		this.context.close();
	}

	@Test
	void pointsTheStarterAtTheEmbeddedCrisp() {
		initialize(Map.of());
		EmbeddedCrisp crisp = this.context.getBean(EmbeddedCrisp.class);
		Environment environment = this.context.getEnvironment();
		assertThat(environment.getProperty("crisp.identifier")).isEqualTo(crisp.identifier());
		assertThat(environment.getProperty("crisp.key")).isEqualTo(crisp.key());
		assertThat(environment.getProperty("crisp.tier")).isEqualTo("plugin");
		assertThat(environment.getProperty("crisp.rtm.website-id")).isEqualTo(crisp.websiteId());
		assertThat(environment.getProperty("crisp.rest.base-url")).isEqualTo(crisp.baseUrl().toString());
		assertThat(environment.getProperty("crisp.webhook.secrets")).isEqualTo(crisp.hookSecret());
		assertThat(environment.getProperty("crisp.rtm.enabled")).isEqualTo("true");
		assertThat(environment.getActiveProfiles()).containsExactly(EmbeddedCrispInitializer.PROFILE);
	}

	@Test
	void deliversByWebhook() {
		initialize(Map.of());
		assertThat(this.context.getBean(EmbeddedCrisp.class).delivery().transport())
			.isEqualTo(EventDelivery.Transport.WEBHOOK);
	}

	@Test
	void deliversByRtmIfConfigured() {
		initialize(Map.of("sample.transport", "rtm"));
		assertThat(this.context.getBean(EmbeddedCrisp.class).delivery().transport())
			.isEqualTo(EventDelivery.Transport.RTM);
	}

	@Test
	void doesNotStartWithCredentials() {
		initialize(Map.of("crisp.identifier", "real"));
		assertThat(this.context.getBeanProvider(EmbeddedCrisp.class).getIfAvailable()).isNull();
		assertThat(this.context.getEnvironment().containsProperty("crisp.rest.base-url")).isFalse();
		assertThat(this.context.getEnvironment().getActiveProfiles()).isEmpty();
	}

	@Test
	void closesWithTheContext() {
		initialize(Map.of());
		Operator operator = new Operator(this.context.getBean(EmbeddedCrisp.class));
		this.context.close();
		assertThatExceptionOfType(ConnectException.class)
			.isThrownBy(() -> operator.call("GET", "plugin/connect/account"));
	}

	private void initialize(Map<String, Object> properties) {
		this.context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
		new EmbeddedCrispInitializer().initialize(this.context);
		this.context.refresh();
	}

}
