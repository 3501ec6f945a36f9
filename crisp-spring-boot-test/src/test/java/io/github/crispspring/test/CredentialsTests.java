package io.github.crispspring.test;

import io.github.crispspring.client.website.people.WebsitePeopleClient;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.CrispListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestContextManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Credentials that the application lacks.
 */
@ExtendWith(OutputCaptureExtension.class)
class CredentialsTests {

	private static final String PROBLEM = "required a bean of type '" + WebsitePeopleClient.class.getName()
			+ "' that could not be found, because no Crisp credentials are configured.";

	private static final String ACTION = "Set 'crisp.identifier' and 'crisp.key' to the two parts of your Crisp token";

	@Test
	void applicationFailsToStart(CapturedOutput output) {
		assertThatExceptionOfType(UnsatisfiedDependencyException.class)
			.isThrownBy(() -> SpringApplication.run(Application.class, "--server.port=0"));
		assertThat(output).contains(PROBLEM, ACTION);
	}

	@Test
	void testFailsWithTheSameFailureAnalysis(CapturedOutput output) {
		assertThatIllegalStateException().isThrownBy(() -> context(ApplicationCase.class))
			.withRootCauseInstanceOf(NoSuchBeanDefinitionException.class);
		assertThat(output).contains(PROBLEM, ACTION);
	}

	@Test
	void testOfASliceFailsWithTheSameFailureAnalysis(CapturedOutput output) {
		assertThatIllegalStateException().isThrownBy(() -> context(SliceCase.class))
			.withRootCauseInstanceOf(NoSuchBeanDefinitionException.class);
		assertThat(output).contains(PROBLEM, ACTION);
	}

	@Test
	void applicationThatRequiresNoCredentialsIsTestedWithoutAny() {
		ApplicationContext context = context(ListenerCase.class);
		context.getBean(CrispTester.class).visitorWrites("Hi");
		assertThat(context.getBean(ListenerApplication.class).received).isEqualTo("Hi");
	}

	/**
	 * Return the context of a test class, as Spring creates it before the first test.
	 */
	private ApplicationContext context(Class<?> testClass) {
		return new TestContextManager(testClass).getTestContext().getApplicationContext();
	}

	@SpringBootTest(classes = Application.class)
	@AutoConfigureCrispTester
	static class ApplicationCase {

	}

	@WebMvcTest
	@AutoConfigureCrispTester
	@Import(Application.class)
	static class SliceCase {

	}

	@SpringBootTest(classes = ListenerApplication.class)
	@AutoConfigureCrispTester
	static class ListenerCase {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		String people(WebsitePeopleClient people) {
			return people.toString();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class ListenerApplication {

		private volatile String received = "";

		@CrispListener
		void on(MessageSend message) {
			this.received = String.valueOf(message.content().text());
		}

	}

}
