package io.github.crispspring.ai;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.github.crispspring.CrispClient;
import io.github.crispspring.client.CrispCredentials;
import io.github.crispspring.client.website.WebsiteClient;
import io.github.crispspring.client.website.helpdesk.HelpdeskLocaleArticle;
import io.github.crispspring.client.website.helpdesk.HelpdeskLocaleArticleBuilder;
import io.github.crispspring.embedded.EmbeddedCrisp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.ToolCallbackProvider;
import org.springframework.ai.tool.execution.ToolExecutionException;

/**
 * Embedded Crisp with a client, without an application.
 */
final class AiTester implements AutoCloseable {

	static final String LOCALE = "en";

	private final EmbeddedCrisp crisp = EmbeddedCrisp.start();

	private final WebsiteClient client = CrispClient.builder()
		.baseUrl(this.crisp.url())
		.credentials(new CrispCredentials(this.crisp.identifier(), this.crisp.key()))
		.build()
		.website();

	EmbeddedCrisp crisp() {
		return this.crisp;
	}

	WebsiteClient client() {
		return this.client;
	}

	String websiteId() {
		return this.crisp.websiteId();
	}

	/**
	 * Publish an article.
	 * @return the identifier of the article
	 */
	String publish(String title, String content) {
		addLocale();
		String id = String.valueOf(this.client.addNewHelpdeskLocaleArticle(websiteId(), LOCALE, title).articleId());
		change(id, HelpdeskLocaleArticle.builder().content(content).status(HelpdeskLocaleArticle.Status.PUBLISHED));
		return id;
	}

	private void addLocale() {
		if (!this.client.checkHelpdeskLocaleExists(websiteId(), LOCALE)) {
			this.client.addHelpdeskLocale(websiteId(), LOCALE);
		}
	}

	void change(String articleId, HelpdeskLocaleArticleBuilder article) {
		this.client.updateHelpdeskLocaleArticle(websiteId(), LOCALE, articleId, article.build());
	}

	HelpdeskDocumentReader reader() {
		return HelpdeskDocumentReader.builder(this.client, websiteId())
			.storage(HelpdeskStorage.ARTICLES)
			.locales(List.of(LOCALE))
			.build();
	}

	HelpdeskSearch search() {
		return new HelpdeskSearch((websiteId) -> reader(), Duration.ofMinutes(1));
	}

	CrispTools tools(boolean write) {
		return tools(new CrispAiProperties.Tools(Set.of(websiteId()), write, false, 20, 4000));
	}

	CrispTools tools(CrispAiProperties.Tools properties) {
		return new CrispTools(this.client, search(), properties);
	}

	static List<String> names(ToolCallbackProvider tools) {
		return Stream.of(tools.getToolCallbacks()).map((tool) -> tool.getToolDefinition().name()).toList();
	}

	/**
	 * Call a tool as a model does.
	 * @param arguments the names and values of the arguments, alternating
	 */
	static JsonNode call(ToolCallbackProvider tools, String name, String... arguments) {
		ObjectNode json = JsonMapper.shared().createObjectNode();
		for (int i = 0; i < arguments.length; i += 2) {
			json.put(arguments[i], arguments[i + 1]);
		}
		return JsonMapper.shared().readTree(tool(tools, name).call(json.toString()));
	}

	static ToolCallback tool(ToolCallbackProvider tools, String name) {
		return Stream.of(tools.getToolCallbacks())
			.filter((tool) -> tool.getToolDefinition().name().equals(name))
			.findFirst()
			.orElseThrow();
	}

	/**
	 * Return the error that a model receives.
	 */
	static String error(ToolCallbackProvider tools, String name, String... arguments) {
		try {
			throw new AssertionError("Not rejected: " + call(tools, name, arguments));
		}
		catch (ToolExecutionException ex) {
			return String.valueOf(ex.getMessage());
		}
	}

	@Override
	public void close() {
		this.crisp.close();
	}

}
