package io.github.crispspring.test;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.github.crispspring.message.MessageContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tester on each web stack and without one, and in several contexts at once.
 */
class WebStackTests {

	@ParameterizedTest
	@EnumSource
	void eventIsHandled(WebApplicationType type) {
		try (ConfigurableApplicationContext context = run(type)) {
			assertThat(context.getBean(CrispTester.class).visitorWrites("Hi").replies())
				.containsExactly(MessageContent.text("You said Hi"));
		}
	}

	@Test
	void contextsInParallelAreIndependent() {
		try (ConfigurableApplicationContext one = run(WebApplicationType.NONE);
				ConfigurableApplicationContext other = run(WebApplicationType.NONE)) {
			List<CompletableFuture<CrispEventResult>> results = Stream.of(one, other)
				.map((context) -> context.getBean(CrispTester.class))
				.flatMap((crisp) -> Stream.of("1", "2", "3", "4")
					.map((session) -> CompletableFuture
						.supplyAsync(() -> crisp.conversation(session).visitorWrites("Hi"))))
				.toList();
			results.forEach(CompletableFuture::join);
			assertThat(one.getBean(CrispTester.class).calls()).hasSize(4);
			assertThat(other.getBean(CrispTester.class).calls()).hasSize(4);
		}
	}

	private ConfigurableApplicationContext run(WebApplicationType type) {
		return new SpringApplicationBuilder(TestApplication.class, Tester.class).web(type)
			.run("--server.port=0", "--crisp.rtm.enabled=false", "--crisp.identifier=test", "--crisp.key=test");
	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigureCrispTester
	static class Tester {

	}

}
