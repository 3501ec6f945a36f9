package io.github.crispspring.ai;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.ai.document.Document;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;

/**
 * Tool that searches the help desk.
 */
final class HelpdeskTools {

	private final HelpdeskSearch search;

	private final ToolScope scope;

	private final ToolLimits limits;

	HelpdeskTools(HelpdeskSearch search, ToolScope scope, ToolLimits limits) {
		this.search = search;
		this.scope = scope;
		this.limits = limits;
	}

	@Tool(name = "crisp_search_articles", description = """
			Search the help desk of a website for articles that answer a question. Returns their texts and the \
			URLs at which visitors can read them, best first.""")
	List<ArticleText> searchArticles(
			@ToolParam(required = false, description = ToolDescriptions.WEBSITE_ID) @Nullable String websiteId,
			@ToolParam(
					description = "The question, or its important words, in the language of the visitor") @Nullable String question) {
		return this.search
			.search(this.scope.website(websiteId), ToolScope.text("question", question), this.limits.maxResults())
			.stream()
			.map(this::text)
			.toList();
	}

	private ArticleText text(Document document) {
		Map<String, Object> metadata = document.getMetadata();
		return new ArticleText(Objects.toString(metadata.get(HelpdeskDocumentReader.TITLE), ""),
				Objects.toString(metadata.get(HelpdeskDocumentReader.URL), null),
				Objects.toString(metadata.get(HelpdeskDocumentReader.LOCALE), ""), this.limits.cut(document.getText()));
	}

	/**
	 * Article of the help desk.
	 */
	record ArticleText(String title, @Nullable String url, String language, @Nullable String text) {

	}

}
