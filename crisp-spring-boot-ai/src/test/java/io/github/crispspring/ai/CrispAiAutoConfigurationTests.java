package io.github.crispspring.ai;

import java.time.Duration;

import io.github.crispspring.autoconfigure.CrispAutoConfiguration;
import io.github.crispspring.autoconfigure.CrispClientAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.tool.ToolCallbackProvider;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CrispAiAutoConfiguration}.
 */
class CrispAiAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(ReactiveHttpClientAutoConfiguration.class, WebClientAutoConfiguration.class,
					CrispAutoConfiguration.class, CrispClientAutoConfiguration.class, CrispAiAutoConfiguration.class));

	private final ApplicationContextRunner configured = this.runner.withPropertyValues("crisp.identifier=identifier",
			"crisp.key=key");

	@Test
	void providerHasNoToolsByDefault() {
		this.configured.run((context) -> {
			assertThat(context.getBean(ToolCallbackProvider.class).getToolCallbacks()).isEmpty();
			assertThat(context).hasSingleBean(HelpdeskSearch.class);
		});
	}

	@Test
	void providerHasToolsForWebsites() {
		this.configured.withPropertyValues("crisp.ai.tools.websites= website_1 ,website_2")
			.run((context) -> assertThat(AiTester.call(context.getBean(CrispTools.class), "crisp_list_websites")
				.valueStream()
				.map((website) -> website.asString())).containsExactlyInAnyOrder("website_1", "website_2"));
	}

	@Test
	void chatMemoryOfTheApplicationIsNotReplaced() {
		this.configured.run((context) -> assertThat(context).doesNotHaveBean(ChatMemory.class));
	}

	@Test
	void thereIsNothingWithoutCredentials() {
		this.runner.run((context) -> assertThat(context).doesNotHaveBean(CrispTools.class)
			.doesNotHaveBean(HelpdeskSearch.class)
			.hasNotFailed());
	}

	@Test
	void thereIsNothingIfCrispIsDisabled() {
		this.configured.withPropertyValues("crisp.enabled=false", "crisp.ai.tools.websites=website_1")
			.run((context) -> assertThat(context).doesNotHaveBean(CrispTools.class).hasNotFailed());
	}

	@ParameterizedTest
	@CsvSource({ "org.springframework.ai", "org.springframework.ai.tool", "org.springframework.ai.document",
			"org.springframework.web.reactive.function.client" })
	void applicationStartsWithout(String library) {
		this.configured.withClassLoader(new FilteredClassLoader(library))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("crispTools"));
	}

	@Test
	void applicationStartsWithoutChatClientAndMcpServer() {
		this.configured
			.withClassLoader(new FilteredClassLoader("org.springframework.ai.chat.client", "org.springframework.ai.mcp",
					"io.modelcontextprotocol", "org.springframework.ai.vectorstore"))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(CrispTools.class));
	}

	@Test
	void searchOfTheApplicationReplacesTheAutoConfiguredOne() {
		HelpdeskSearch search = new HelpdeskSearch((websiteId) -> {
			throw new AssertionError();
		}, Duration.ofMinutes(1));
		this.configured.withBean("mySearch", HelpdeskSearch.class, () -> search)
			.run((context) -> assertThat(context).getBean(HelpdeskSearch.class).isSameAs(search));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			crisp.ai.tools.write=true              | crisp.ai.tools.write
			crisp.ai.tools.websites=a/b            | crisp.ai.tools.websites
			crisp.ai.tools.max-results=0           | crisp.ai.tools.max-results
			crisp.ai.tools.max-results=51          | crisp.ai.tools.max-results
			crisp.ai.tools.max-text-length=99      | crisp.ai.tools.max-text-length
			crisp.ai.helpdesk.refresh-interval=-1s | crisp.ai.helpdesk.refresh-interval
			crisp.ai.helpdesk.max-articles=0       | crisp.ai.helpdesk.max-articles
			""")
	void invalidValueStopsTheStart(String property, String name) {
		this.configured.withPropertyValues(property)
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining(name));
	}

	@Test
	void hintsContainToolsAndTheirResults() {
		RuntimeHints hints = new RuntimeHints();
		new CrispAiRuntimeHints().registerHints(hints, null);
		assertThat(CrispTools.TYPES).allSatisfy((type) -> assertThat(type.getDeclaredMethods())
			.filteredOn((method) -> method.isAnnotationPresent(Tool.class))
			.isNotEmpty()
			.allMatch((method) -> RuntimeHintsPredicates.reflection().onMethodInvocation(method).test(hints)));
		assertThat(RuntimeHintsPredicates.reflection().onType(ConversationSummary.class)).accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection().onType(ConversationTools.MessageText.class)).accepts(hints);
	}

}
