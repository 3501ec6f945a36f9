package io.github.crispspring.client;

import java.util.Map;

import io.github.crispspring.client.website.conversation.ConversationListQuery;
import io.github.crispspring.client.website.conversation.ConversationSearch;
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
		if (type != ConversationListQuery.class) {
			return;
		}
		JsonNode search = CrispJson.mapper()
			.valueToTree(ConversationSearch
				.allOf(new ConversationSearch.Filter("email", java.util.List.of("a@example.com"), "people", "eq")));
		search.forEachEntry((name, value) -> {
			json.set(name, value);
			query.put(name, value.isContainer() ? value.toString() : value.asString());
		});
	}

}
