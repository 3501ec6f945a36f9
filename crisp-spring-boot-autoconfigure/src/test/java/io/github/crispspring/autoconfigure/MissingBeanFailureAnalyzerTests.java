package io.github.crispspring.autoconfigure;

import java.util.function.Supplier;

import io.github.crispspring.CrispClient;
import io.github.crispspring.ReactiveCrispClient;
import io.github.crispspring.client.CrispCredentials;
import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.plugin.ReactivePluginClient;
import io.github.crispspring.client.website.people.ReactiveWebsitePeopleClient;
import io.github.crispspring.client.website.people.WebsitePeopleClient;
import io.github.crispspring.rtm.CrispRtm;
import io.github.crispspring.upload.CrispUploads;
import io.github.crispspring.webhook.CrispWidgetVerifier;
import io.github.crispspring.webhook.ReactiveCrispWidgetVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link MissingBeanFailureAnalyzer}.
 */
@ExtendWith(OutputCaptureExtension.class)
class MissingBeanFailureAnalyzerTests {

	private static final String[] ACCOUNTS = { "--crisp.accounts.sales.identifier=i", "--crisp.accounts.sales.key=k",
			"--crisp.accounts.support.identifier=i", "--crisp.accounts.support.key=k" };

	@ParameterizedTest
	@ValueSource(classes = { Constructor.class, Blocking.class, BlockingResource.class, Field.class, Parameter.class,
			Rest.class, Uploads.class, Rtm.class })
	void missingBeanWithoutCredentialsIsReportedWithProperties(Class<?> source, CapturedOutput output) {
		assertStartFails(source);
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains(source.getSimpleName())
			.contains("because no Crisp credentials are configured")
			.contains("Set 'crisp.identifier' and 'crisp.key'");
	}

	@Test
	void missingClientIsReportedIfCrispIsDisabled(CapturedOutput output) {
		assertStartFails(Constructor.class, "--crisp.enabled=false", "--crisp.identifier=i", "--crisp.key=k");
		assertThat(output).contains("because 'crisp.enabled' is 'false'").doesNotContain("no Crisp credentials");
	}

	@ParameterizedTest
	@ValueSource(classes = { Constructor.class, Blocking.class, BlockingResource.class, Rest.class })
	void missingClientOfTheDefaultAccountIsReportedWithTheClientsOfAccounts(Class<?> source, CapturedOutput output) {
		assertStartFails(source, ACCOUNTS);
		assertThat(output).contains("selects none of the accounts [sales, support]")
			.contains("Select an account with @Qualifier and its name, inject CrispClients, or set");
	}

	@ParameterizedTest
	@ValueSource(classes = { Uploads.class, Rtm.class })
	void missingBeanOfTheDefaultAccountThatIsNoClientIsReportedWithoutThem(Class<?> source, CapturedOutput output) {
		assertStartFails(source, ACCOUNTS);
		assertThat(output).contains("selects none of the accounts [sales, support]")
			.contains("Select an account with @Qualifier and its name, or set")
			.doesNotContain("CrispClients");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			--crisp.webhook.secret=s | events are received by webhook
			--crisp.rtm.enabled=false | 'crisp.rtm.enabled' is 'false'
			""")
	void missingRealtimeConnectionIsReportedWithTheReason(String argument, String reason, CapturedOutput output) {
		assertStartFails(Rtm.class, "--crisp.identifier=i", "--crisp.key=k", argument);
		assertThat(output).contains("because " + reason).contains("Set 'crisp.rtm.enabled' to 'true'");
	}

	@ParameterizedTest
	@ValueSource(classes = { Widget.class, ReactiveWidget.class })
	void missingVerifierOfWidgetsIsReportedWithTheProperty(Class<?> source, CapturedOutput output) {
		assertStartFails(source, "--crisp.identifier=i", "--crisp.key=k", "--crisp.rtm.enabled=false");
		assertThat(output).contains("because no secret of a widget is configured").contains("'crisp.widget.secrets'");
	}

	@Test
	void otherMissingBeanIsReportedBySpringBoot(CapturedOutput output) {
		assertStartFails(Other.class);
		assertThat(output).contains("APPLICATION FAILED TO START").doesNotContain("crisp.identifier");
	}

	@Test
	void ambiguousClientIsReportedBySpringBoot(CapturedOutput output) {
		assertStartFails(Ambiguous.class);
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("but 2 were found")
			.doesNotContain("crisp.identifier");
	}

	private static void assertStartFails(Class<?> source, String... arguments) {
		SpringApplication application = new SpringApplication(Application.class, source);
		application.setWebApplicationType(WebApplicationType.NONE);
		assertThatThrownBy(() -> application.run(arguments)).isNotNull();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	static class Constructor {

		Constructor(ReactiveWebsitePeopleClient people) {
		}

	}

	static class Blocking {

		Blocking(CrispClient crisp) {
		}

	}

	static class BlockingResource {

		BlockingResource(WebsitePeopleClient people) {
		}

	}

	static class Field {

		@Autowired
		private ReactivePluginClient plugin;

	}

	@Configuration(proxyBeanMethods = false)
	static class Parameter {

		@Bean
		String nameOfTheBot(ReactiveCrispClient crisp) {
			return "bot";
		}

	}

	static class Rest {

		Rest(CrispRest rest) {
		}

	}

	static class Uploads {

		Uploads(CrispUploads uploads) {
		}

	}

	static class Rtm {

		Rtm(CrispRtm rtm) {
		}

	}

	static class Widget {

		Widget(CrispWidgetVerifier verifier) {
		}

	}

	static class ReactiveWidget {

		ReactiveWidget(ReactiveCrispWidgetVerifier verifier) {
		}

	}

	static class Other {

		Other(Supplier<ReactiveWebsitePeopleClient> people) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Ambiguous {

		private static ReactiveCrispClient client(String identifier) {
			return new ReactiveCrispClient(CrispRest.builder(WebClient.builder())
				.credentials(new CrispCredentials(identifier, "key"))
				.build());
		}

		@Bean
		ReactiveCrispClient one() {
			return client("one");
		}

		@Bean
		ReactiveCrispClient two() {
			return client("two");
		}

		@Bean
		String nameOfTheBot(ReactiveCrispClient crisp) {
			return "bot";
		}

	}

}
