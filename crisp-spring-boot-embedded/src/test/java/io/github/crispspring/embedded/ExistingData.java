package io.github.crispspring.embedded;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Creates one of everything that a route can be about.
 */
final class ExistingData {

	private ExistingData() {
	}

	/**
	 * Create it.
	 * @return the identifiers by the names of the variables in the paths of the clients
	 */
	static Map<String, String> create(EmbeddedCrisp crisp) {
		RestTester rest = new RestTester(crisp, "user");
		Map<String, String> ids = new LinkedHashMap<>();
		EmbeddedVisitor visitor = crisp.visitor("Ada");
		String session = visitor.writes("Hi").sessionId();
		String path = "website/W/conversation/" + session;
		ids.put("websiteId", crisp.websiteId());
		ids.put("pluginId", crisp.pluginId());
		ids.put("sessionId", session);
		ids.put("fingerprint", String.valueOf(visitor.conversation().messages().get(0).fingerprint()));
		ids.put("userId", crisp.operators().get(0).userId());
		rest.create(path + "/call", "{\"mode\":\"audio\"}", "");
		ids.put("callId", rest.get(path + "/call").data().path("call_id").asString());
		rest.create(path + "/browsing", "{}", "browsing_id");
		ids.put("browsingId", rest.get(path + "/browsing").data().path(0).path("browsing_id").asString());
		ids.put("campaignId",
				rest.create("website/W/campaign", "{\"type\":\"one_shot\",\"name\":\"Sale\"}", "campaign_id"));
		ids.put("templateId", rest.create("website/W/campaigns/template", "{\"format\":\"normal\",\"name\":\"Sale\"}",
				"template_id"));
		ids.put("locale", "en");
		ids.put("localeLinked", "fr");
		String articleId = rest.create("website/W/helpdesk/locale/en/article", "{\"title\":\"How to\"}", "article_id");
		ids.put("articleId", articleId);
		rest.call("PUT", "website/W/helpdesk/locale/en/article/" + articleId + "/alternate/fr",
				"{\"article_id\":\"" + articleId + "\"}");
		String category = rest.create("website/W/helpdesk/locale/en/category", "{\"name\":\"Guides\"}", "category_id");
		ids.put("categoryId", category);
		ids.put("sectionId", rest.create("website/W/helpdesk/locale/en/category/" + category + "/section",
				"{\"name\":\"Basics\"}", "section_id"));
		ids.put("redirectionId", rest.create("website/W/helpdesk/redirection",
				"{\"path\":\"/a\",\"target\":\"https://example.com\"}", "redirection_id"));
		ids.put("changeId",
				rest.get("website/W/helpdesk/history/changes/1").data().path(0).path("change_id").asString());
		ids.put("contentType", "articles");
		ids.put("path", "guide/install");
		rest.create("website/W/helpdesk/tree/path/en/articles/guide/install", "{}", "");
		ids.put("peopleId", rest.create("website/W/people/profile",
				"{\"email\":\"ada@example.com\",\"person\":{\"nickname\":\"Ada\"}}", "people_id"));
		rest.create("website/W/people/events/" + ids.get("peopleId"), "{\"text\":\"Bought\"}", "");
		visitor.leavesEmail("ada@example.com");
		ids.put("entityId", "entity");
		ids.put("inboxId", rest.create("website/W/inbox", "{\"name\":\"Sales\"}", "inbox_id"));
		ids.put("teamId", rest.create("website/W/team", "{\"name\":\"Sales\"}", "team_id"));
		ids.put("spamId", rest.get("website/W/conversations/spams/1").data().path(0).path("spam_id").asString());
		rest.create(path + "/message", """
				{"type":"text","from":"user","origin":"email","content":"Hi",
				"original":{"type":"text/plain","content":"Hi, Ada"}}""", "fingerprint");
		ids.put("originalId",
				rest.get(path + "/messages").data().path(1).path("original").path("original_id").asString());
		ids.put("tokenId", "token");
		ids.put("rule", "rule");
		ids.put("action", "opened");
		return ids;
	}

}
