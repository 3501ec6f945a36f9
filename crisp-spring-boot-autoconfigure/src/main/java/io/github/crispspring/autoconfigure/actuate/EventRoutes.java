package io.github.crispspring.autoconfigure.actuate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Routes that read what events report. Crisp does not return the scopes of a token, but
 * rejects reading what they do not include.
 */
final class EventRoutes {

	static final String CONVERSATIONS = "/v1/website/{websiteId}/conversations/1";

	private static final String CONVERSATION = "/v1/website/{websiteId}/conversation/{sessionId}/";

	private static final String PEOPLE = "/v1/website/{websiteId}/people/profiles/1";

	/**
	 * Routes by the beginning of the names of the events, the more specific ones first.
	 */
	private static final List<Map.Entry<String, String>> BY_PREFIX = List.of(
			Map.entry("message:", CONVERSATION + "messages"),
			Map.entry("session:set_participants", CONVERSATION + "participants"),
			Map.entry("session:set_routing", CONVERSATION + "routing"),
			Map.entry("session:set_state", CONVERSATION + "state"),
			Map.entry("session:sync:events", CONVERSATION + "events/1"),
			Map.entry("session:sync:pages", CONVERSATION + "pages/1"), Map.entry("session:", CONVERSATIONS),
			Map.entry("browsing:", CONVERSATION + "browsing"), Map.entry("call:", CONVERSATION + "call"),
			Map.entry("people:profile:", PEOPLE), Map.entry("people:bind:", PEOPLE), Map.entry("people:sync:", PEOPLE),
			Map.entry("website:update_visitors_count", "/v1/website/{websiteId}/visitors/count"),
			Map.entry("website:update_operators_availability", "/v1/website/{websiteId}/availability/operators"),
			Map.entry("website:users:available", "/v1/website/{websiteId}/availability/status"),
			Map.entry("plan:", "/v1/plans/subscription/{websiteId}"));

	private EventRoutes() {
	}

	/**
	 * Return the routes of events.
	 * @param events the names of the events
	 * @return the events by route; those without a route have the key {@code ""}
	 */
	static Map<String, Set<String>> of(Set<String> events) {
		Map<String, Set<String>> routes = new LinkedHashMap<>();
		new TreeSet<>(events)
			.forEach((event) -> routes.computeIfAbsent(routeOf(event), (route) -> new TreeSet<>()).add(event));
		return routes;
	}

	private static String routeOf(String event) {
		return BY_PREFIX.stream()
			.filter((entry) -> event.startsWith(entry.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse("");
	}

	static boolean isOfConversation(String route) {
		return route.startsWith(CONVERSATION);
	}

}
