package io.github.crispspring.live;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Identifiers for the variables of paths, found in the responses of lists. They are never
 * part of a report.
 */
final class Identifiers {

	/**
	 * Where each variable is found: the method that lists, and the field.
	 */
	private static final Map<String, Source> SOURCES = Map.ofEntries(
			Map.entry("websiteId", new Source("listAllConnectWebsites", "website_id")),
			Map.entry("pluginId", new Source("getConnectAccount", "plugin_id")),
			Map.entry("sessionId", new Source("listConversations", "session_id")),
			Map.entry("fingerprint", new Source("getMessagesInConversation", "fingerprint")),
			Map.entry("originalId", new Source("getMessagesInConversation", "original_id")),
			Map.entry("spamId", new Source("listSpamConversations", "spam_id")),
			Map.entry("campaignId", new Source("listCampaigns", "campaign_id")),
			Map.entry("templateId", new Source("listCampaignTemplates", "template_id")),
			Map.entry("userId", new Source("listWebsiteOperators", "user_id")),
			Map.entry("peopleId", new Source("listPeopleProfiles", "people_id")),
			Map.entry("inboxId", new Source("listInboxes", "inbox_id")),
			Map.entry("teamId", new Source("listTeams", "team_id")),
			Map.entry("locale", new Source("listHelpdeskLocales", "locale")),
			Map.entry("articleId", new Source("listHelpdeskLocaleArticles", "article_id")),
			Map.entry("localeLinked", new Source("listHelpdeskLocaleArticleAlternates", "locale")),
			Map.entry("categoryId", new Source("listHelpdeskLocaleCategories", "category_id")),
			Map.entry("sectionId", new Source("listHelpdeskLocaleSections", "section_id")),
			Map.entry("redirectionId", new Source("listHelpdeskRedirections", "redirection_id")),
			Map.entry("changeId", new Source("listHelpdeskHistoryChanges", "change_id")),
			Map.entry("path", new Source("listHelpdeskTree", "path")),
			Map.entry("entityId", new Source("listHelpdeskPages", "entity_id")));

	private final Map<String, String> values = new HashMap<>();

	Identifiers(@Nullable String websiteId) {
		if (websiteId != null) {
			this.values.put("websiteId", websiteId);
		}
	}

	Map<String, String> values() {
		return this.values;
	}

	/**
	 * Add what the response of a method contains.
	 */
	void add(String method, JsonNode data) {
		SOURCES.forEach((variable, source) -> {
			if (source.method().equals(method)) {
				JsonNode value = data.findValue(source.field());
				if (value != null && value.isValueNode() && !value.isNull() && !value.asString().isEmpty()) {
					this.values.putIfAbsent(variable, value.asString());
				}
			}
		});
	}

	/**
	 * Source of a variable.
	 */
	private record Source(String method, String field) {

	}

}
