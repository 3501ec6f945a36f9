package io.github.crispspring.embedded;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Collection of documents that share the routes of a resource.
 *
 * @param list the path of the list, without the page
 * @param path the path of the collection; its documents are one segment below
 * @param variable the name of that segment, {@code null} if the documents have no
 * identifier
 * @param field the field of the document with the identifier
 */
record ResourceCollection(String list, String path, @Nullable String variable, String field) {

	static final String WEBSITE = "website/{website_id}/";

	static final String CONVERSATION = WEBSITE + "conversation";

	static final String SESSION = CONVERSATION + "/{session_id}";

	static final String PROFILE = WEBSITE + "people/profile";

	static final String SUBSCRIPTION = "plugins/subscription/{website_id}";

	static final String OPERATOR = WEBSITE + "operator";

	private static final String HELPDESK = WEBSITE + "helpdesk/";

	private static final String LOCALE = HELPDESK + "locale/{locale}/";

	private static final String TREE = "/{locale}/{content_type}";

	static final List<ResourceCollection> ALL = List.of(
			identified(WEBSITE + "conversations", CONVERSATION, "session_id"),
			identified(SESSION + "/messages", SESSION + "/message", "fingerprint"),
			identified("", SESSION + "/original", "original_id"),
			identified(SESSION + "/browsing", SESSION + "/browsing", "browsing_id"),
			identified("", SESSION + "/call", "call_id"),
			identified(WEBSITE + "conversations/spams", WEBSITE + "conversations/spam", "spam_id"),
			new ResourceCollection(SUBSCRIPTION, SUBSCRIPTION, "plugin_id", "id"),
			anonymous(SUBSCRIPTION + "/{plugin_id}/bill/usage", SUBSCRIPTION + "/{plugin_id}/bill/usage"),
			identified(WEBSITE + "campaigns/list", WEBSITE + "campaign", "campaign_id"),
			identified(WEBSITE + "campaigns/templates", WEBSITE + "campaigns/template", "template_id"),
			identified(HELPDESK + "locales", HELPDESK + "locale", "locale"),
			identified(LOCALE + "articles", LOCALE + "article", "article_id"),
			new ResourceCollection(LOCALE + "article/{article_id}/alternates",
					LOCALE + "article/{article_id}/alternate", "locale_linked", "locale"),
			identified(LOCALE + "categories", LOCALE + "category", "category_id"),
			identified(LOCALE + "category/{category_id}/sections", LOCALE + "category/{category_id}/section",
					"section_id"),
			identified(HELPDESK + "redirections", HELPDESK + "redirection", "redirection_id"),
			identified(HELPDESK + "history/changes", HELPDESK + "history/change", "change_id"),
			identified(HELPDESK + "tree/list" + TREE, HELPDESK + "tree/path" + TREE, "path"),
			identified("", OPERATOR, "user_id"), identified(WEBSITE + "people/profiles", PROFILE, "people_id"),
			anonymous(WEBSITE + "people/events/{people_id}/list", WEBSITE + "people/events/{people_id}"),
			identified(WEBSITE + "inboxes/list", WEBSITE + "inbox", "inbox_id"),
			identified(WEBSITE + "teams/list", WEBSITE + "team", "team_id"));

	private static ResourceCollection identified(String list, String path, String variable) {
		return new ResourceCollection(list, path, variable, variable);
	}

	private static ResourceCollection anonymous(String list, String path) {
		return new ResourceCollection(list, path, null, "");
	}

	/**
	 * Return the path of a document, or {@code null} if the documents have no identifier.
	 */
	@Nullable String document() {
		return (this.variable != null) ? this.path + "/{" + this.variable + "}" : null;
	}

	/**
	 * Return whether this is the collection whose list a route returns.
	 */
	boolean isListedBy(Route route) {
		return route.method().equals("GET") && route.path().replace("/{page}", "").equals(this.list);
	}

}
