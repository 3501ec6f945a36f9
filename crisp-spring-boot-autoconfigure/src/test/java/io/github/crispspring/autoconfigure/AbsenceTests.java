package io.github.crispspring.autoconfigure;

import java.util.stream.Stream;

import io.github.crispspring.ReactiveCrispClient;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.rtm.CrispRtm;
import io.github.crispspring.webhook.CrispWebhookEndpoint;
import io.github.crispspring.webhook.CrispWebhookReceiver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.core.OverridingClassLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for applications in which the library of a feature is missing.
 */
class AbsenceTests {

	private static final String[] PROPERTIES = { "crisp.identifier=identifier", "crisp.key=key",
			"crisp.rest.base-url=http://localhost:1", "crisp.webhook.secrets=secret", "crisp.rtm.enabled=true",
			"management.endpoints.web.exposure.include=*" };

	@ParameterizedTest(name = "without {0}")
	@MethodSource
	void servletApplicationStartsWithout(String library, boolean webhook, boolean client, boolean rtm) {
		new WebApplicationContextRunner().withConfiguration(ApplicationTester.AUTO_CONFIGURATIONS)
			.withUserConfiguration(Listener.class)
			.withPropertyValues(PROPERTIES)
			.withClassLoader(new FilteredClassLoader(library.split(" ")))
			.run((context) -> {
				assertThat(context).hasNotFailed().hasSingleBean(CrispEventDispatcher.class);
				assertThat(context.getBeansOfType(CrispWebhookReceiver.class)).hasSize(webhook ? 1 : 0);
				assertThat(context.getBeansOfType(ReactiveCrispClient.class)).hasSize(client ? 1 : 0);
				assertThat(context.getBeansOfType(CrispRtm.class)).hasSize(rtm ? 1 : 0);
			});
	}

	static Stream<Arguments> servletApplicationStartsWithout() {
		return Stream.of(
				arguments("org.springframework.boot.webflux org.springframework.web.reactive.config", true, true, true),
				arguments("org.springframework.web.reactive.socket", true, true, false),
				arguments("org.springframework.web.reactive.function.client", true, false, false),
				arguments("reactor.netty", true, true, false),
				arguments(
						"org.springframework.boot.actuate.endpoint org.springframework.boot.health.contributor io.micrometer.core "
								+ "org.springframework.boot.micrometer.metrics",
						true, true, true),
				arguments("org.springframework.boot.health.contributor", true, true, true),
				arguments("io.micrometer.core org.springframework.boot.micrometer.metrics", true, true, true),
				arguments("org.springframework.boot.micrometer.observation org.springframework.boot.micrometer.metrics",
						true, true, true),
				arguments("org.springframework.integration", true, true, true),
				arguments("org.springframework.jdbc org.springframework.boot.jdbc org.springframework.boot.sql", true,
						true, true),
				arguments("org.springframework.data", true, true, true), arguments("kotlin kotlinx", true, true, true),
				arguments("org.springframework.security org.springframework.boot.security", true, true, true));
	}

	@ParameterizedTest(name = "without {0}")
	@MethodSource
	void reactiveApplicationStartsWithout(String library) {
		new ReactiveWebApplicationContextRunner().withConfiguration(ApplicationTester.AUTO_CONFIGURATIONS)
			.withUserConfiguration(Listener.class)
			.withPropertyValues(PROPERTIES)
			.withClassLoader(new FilteredClassLoader(library.split(" ")))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(CrispWebhookReceiver.class)
				.hasSingleBean(ReactiveCrispClient.class)
				.hasSingleBean(CrispRtm.class));
	}

	static Stream<String> reactiveApplicationStartsWithout() {
		return Stream.of("org.springframework.web.servlet org.springframework.boot.webmvc",
				"jakarta.servlet org.springframework.web.servlet org.springframework.boot.webmvc");
	}

	/**
	 * The class loaders above hide types from Spring only. This one also hides them from
	 * the verification of classes.
	 */
	@ParameterizedTest(name = "without {0}")
	@ValueSource(
			strings = { "jakarta.servlet.", "org.springframework.web.servlet.", "org.springframework.web.reactive." })
	void factoryOfTheWebhookEndpointLoadsWithout(String hidden) throws ClassNotFoundException {
		ClassLoader classLoader = new OverridingClassLoader(getClass().getClassLoader()) {

			@Override
			protected boolean isEligibleForOverriding(String className) {
				return className.startsWith("io.github.crispspring.");
			}

			@Override
			protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
				if (name.startsWith(hidden)) {
					throw new ClassNotFoundException(name);
				}
				return super.loadClass(name, resolve);
			}

		};
		assertThat(Class.forName(CrispWebhookEndpoint.class.getName(), true, classLoader).getClassLoader())
			.isSameAs(classLoader);
	}

	static class Listener {

		@CrispListener
		void on(MessageSend message) {
		}

	}

}
