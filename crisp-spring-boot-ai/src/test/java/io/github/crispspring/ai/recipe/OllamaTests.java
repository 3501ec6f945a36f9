package io.github.crispspring.ai.recipe;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.crispspring.embedded.EmbeddedCrisp;
import io.github.crispspring.embedded.test.AutoConfigureEmbeddedCrisp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the support bot runs with the client of Ollama and the configuration of the
 * recipe, without an Ollama.
 */
@SpringBootTest(classes = SupportBotApplication.class, webEnvironment = SpringBootTest.WebEnvironment.NONE,
		properties = { "spring.ai.model.chat=ollama", "spring.ai.ollama.chat.model=qwen2.5",
				"spring.ai.ollama.chat.temperature=0", "crisp.ai.helpdesk.storage=articles" })
@AutoConfigureEmbeddedCrisp
class OllamaTests {

	@RegisterExtension
	static final WireMockExtension ollama = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options().dynamicPort())
		.build();

	@Autowired
	private EmbeddedCrisp crisp;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("spring.ai.ollama.base-url", ollama::baseUrl);
	}

	@Test
	void answerOfTheModelIsSent() {
		ollama.stubFor(post(urlPathEqualTo("/api/chat")).withRequestBody(matchingJsonPath("$[?(@.model == 'qwen2.5')]"))
			.withRequestBody(matchingJsonPath("$.options[?(@.temperature == 0.0)]"))
			.willReturn(
					okJson("""
							{"model": "qwen2.5", "created_at": "2026-01-31T09:30:00Z", "done": true, "message": {"role": "assistant",
							"content": "```json\\n{\\"text\\": \\"Hello Ada!\\", \\"articles\\": [], \\"known\\": true, \\"person\\": false}\\n```"}}""")));
		assertThat(this.crisp.visitor("Ada").writes("Hello, I am Ada").awaitReply().text()).isEqualTo("Hello Ada!");
	}

}
