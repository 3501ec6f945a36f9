package io.github.crispspring.ai;

import io.github.crispspring.autoconfigure.CrispClientAutoConfiguration;
import io.github.crispspring.client.website.WebsiteClient;

import org.springframework.ai.document.DocumentReader;
import org.springframework.ai.tool.ToolCallbackProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ImportRuntimeHints;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the use of Crisp with Spring AI.
 */
@AutoConfiguration(after = CrispClientAutoConfiguration.class)
@ConditionalOnClass({ ToolCallbackProvider.class, DocumentReader.class })
@ConditionalOnBean(WebsiteClient.class)
@EnableConfigurationProperties(CrispAiProperties.class)
@ImportRuntimeHints(CrispAiRuntimeHints.class)
public final class CrispAiAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	HelpdeskSearch crispHelpdeskSearch(WebsiteClient client, CrispAiProperties properties) {
		CrispAiProperties.Helpdesk helpdesk = properties.helpdesk();
		return new HelpdeskSearch((websiteId) -> HelpdeskDocumentReader.builder(client, websiteId)
			.storage(helpdesk.storage())
			.locales(helpdesk.locales())
			.maxArticles(helpdesk.maxArticles())
			.build(), helpdesk.refreshInterval());
	}

	@Bean
	@ConditionalOnMissingBean
	CrispTools crispTools(WebsiteClient client, HelpdeskSearch search, CrispAiProperties properties) {
		return new CrispTools(client, search, properties.tools());
	}

}
