package io.github.crispspring.autoconfigure;

import java.util.Map;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.ClassUtils;

/**
 * JUnit extension that runs auto-configured applications, with a server in place of
 * Crisp's REST API.
 */
public final class ApplicationTester extends WireMockExtension {

	/**
	 * Auto-configurations of this project and those that they build on.
	 */
	public static final AutoConfigurations AUTO_CONFIGURATIONS = AutoConfigurations.of(Stream.concat(
			Stream.of(TaskExecutionAutoConfiguration.class, ReactiveHttpClientAutoConfiguration.class,
					WebClientAutoConfiguration.class),
			ImportCandidates.load(AutoConfiguration.class, ApplicationTester.class.getClassLoader())
				.getCandidates()
				.stream()
				.filter((name) -> name.startsWith("io.github.crispspring"))
				.map((name) -> ClassUtils.resolveClassName(name, null)))
		.toArray(Class<?>[]::new));

	public ApplicationTester() {
		super(newInstance().options(WireMockConfiguration.options().dynamicPort()));
	}

	/**
	 * Return a runner of an application that calls the server.
	 */
	public ApplicationContextRunner with(Class<?>... configurations) {
		return new ApplicationContextRunner().withUserConfiguration(AutoConfigured.class)
			.withUserConfiguration(configurations)
			.withPropertyValues("crisp.identifier=identifier", "crisp.key=key", "crisp.rest.base-url=" + baseUrl());
	}

	/**
	 * Return an initializer that replaces the environment variables.
	 */
	static ApplicationContextInitializer<ConfigurableApplicationContext> environmentVariables(
			Map<String, Object> variables) {
		String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
		return (context) -> context.getEnvironment()
			.getPropertySources()
			.replace(name, new SystemEnvironmentPropertySource(name, variables));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class AutoConfigured {

	}

}
