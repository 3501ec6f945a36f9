package io.github.crispspring.autoconfigure;

import io.github.crispspring.webhook.CrispWidgetVerifier;
import io.github.crispspring.webhook.ReactiveCrispWidgetVerifier;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CrispWidgetAutoConfiguration}.
 */
class CrispWidgetAutoConfigurationTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CrispAutoConfiguration.class, CrispListenerAutoConfiguration.class,
				CrispWidgetAutoConfiguration.class));

	@Test
	void requestsAreVerifiedInBothStylesIfASecretIsSet() {
		this.application.withPropertyValues("crisp.widget.secrets=secret")
			.run((context) -> assertThat(context).hasSingleBean(CrispWidgetVerifier.class)
				.hasSingleBean(ReactiveCrispWidgetVerifier.class));
	}

	@Test
	void nothingIsVerifiedWithoutASecret() {
		this.application
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(CrispWidgetVerifier.class));
	}

	@Test
	void secretMustNotBeBlank() {
		this.application.withPropertyValues("crisp.widget.secrets[0]= ")
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.hasStackTraceContaining("crisp.widget.secrets"));
	}

	@Test
	void requestsMustBeRememberedAsLongAsTheirTimestampIsAccepted() {
		this.application.withPropertyValues("crisp.widget.secrets=secret", "crisp.listener.duplicates.retention=119m")
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.hasStackTraceContaining("'crisp.widget.timestamp-tolerance'"));
	}

}
