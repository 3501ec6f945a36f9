package io.github.crispspring.client;

import java.util.List;
import java.util.Map;

import io.github.crispspring.client.website.conversation.ConversationListQuery;
import io.github.crispspring.client.website.conversation.ConversationSearch;
import io.github.crispspring.client.website.people.PeopleSearch;
import io.github.crispspring.conversation.WebsiteFilter;
import io.github.crispspring.json.CrispJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sample searches, which are several query parameters in one record.
 */
final class Searches {

	private Searches() {
	}

	static void addTo(Class<?> type, ObjectNode json, Map<String, String> query) {
		JsonNode search = CrispJson.mapper().valueToTree(search(type));
		search.forEachEntry((name, value) -> {
			json.set(name, value);
			query.put(name, value.isContainer() ? value.toString() : value.asString());
		});
	}

	private static Object search(Class<?> type) {
		if (type == ConversationListQuery.class) {
			return ConversationSearch
				.allOf(new ConversationSearch.Filter("email", List.of("a@example.com"), "people", "eq"));
		}
		if (type == PeopleSearch.class) {
			return PeopleSearch.allOf(new WebsiteFilter("people", "email", "eq", List.of("a@example.com")));
		}
		return Map.of();
	}

}
