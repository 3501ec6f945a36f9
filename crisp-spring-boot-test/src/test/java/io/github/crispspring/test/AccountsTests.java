package io.github.crispspring.test;

import io.github.crispspring.CrispClients;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.message.MessageContent;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CrispTester} in an application with several accounts.
 */
@SpringBootTest(classes = AccountsTests.Application.class, webEnvironment = SpringBootTest.WebEnvironment.NONE,
		properties = { "crisp.accounts.acme.identifier=of-acme", "crisp.accounts.acme.key=key",
				"crisp.accounts.brand-b.identifier=of-b", "crisp.accounts.brand-b.key=key",
				"crisp.accounts.brand-b.rtm.enabled=true" })
@AutoConfigureCrispTester
class AccountsTests {

	@Test
	void eventOfAccountIsRepliedToWithItsToken(@Autowired CrispTester crisp) {
		CrispEventResult result = crisp.account("brand-b").visitorWrites("Hi");
		assertThat(result.replies()).containsExactly(MessageContent.text("Hello from brand-b!"));
		assertThat(result.calls()).singleElement()
			.satisfies((call) -> assertThat(call.credentials().identifier()).isEqualTo("of-b"));
		crisp.account("acme").visitorWrites("Hi");
		assertThat(crisp.calls()).extracting((call) -> call.credentials().identifier())
			.containsExactly("of-b", "of-acme");
	}

	@Test
	void callsOfAllAccountsAreRecorded(@Autowired CrispTester crisp, @Autowired CrispClients clients) {
		clients.get("acme").website().removeConversation("w", "s");
		assertThat(crisp.calls()).singleElement()
			.satisfies((call) -> assertThat(call.credentials().identifier()).isEqualTo("of-acme"));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Greeter.class)
	static class Application {

	}

	static class Greeter {

		@CrispListener
		String greet(MessageSend message, CrispDelivery delivery) {
			return "Hello from " + delivery.account() + "!";
		}

	}

}
