package io.github.crispspring.autoconfigure.actuate;

import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.CrispListener;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CrispEndpoint}.
 */
class CrispEndpointTests {

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withUserConfiguration(Application.class)
		.withPropertyValues("crisp.webhook.secrets=swordfish", "crisp.webhook.path=/hooks",
				"management.endpoints.web.exposure.include=crisp");

	@Test
	void endpointReportsListenersTransportsAndCounts() {
		this.contextRunner.run((context) -> {
			CrispEndpoint.CrispDescriptor descriptor = context.getBean(CrispEndpoint.class).crisp();
			assertThat(descriptor.listeners()).singleElement().satisfies((listener) -> {
				assertThat(listener.id()).isEqualTo("greeter");
				assertThat(listener.method()).contains("Application.on(");
				assertThat(listener.eventNames()).containsExactly("message:send");
			});
			assertThat(descriptor.transports()).hasEntrySatisfying("webhook",
					(webhook) -> assertThat(webhook).containsEntry("path", "/hooks").containsKey("rejected"));
			assertThat(descriptor.events()).isEqualTo(new CrispEndpoint.EventCounts(0, 0));
			assertThat(descriptor.toString()).doesNotContain("swordfish");
		});
	}

	@Test
	void endpointRequiresExposure() {
		this.contextRunner.withPropertyValues("management.endpoints.web.exposure.include=health")
			.run((context) -> assertThat(context).doesNotHaveBean(CrispEndpoint.class));
	}

	@Test
	void endpointRequiresActuator() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(Endpoint.class.getPackageName()))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(CrispEventDispatcher.class));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@CrispListener(id = "greeter")
		void on(MessageSend event) {
		}

	}

}
