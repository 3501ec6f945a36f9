package io.github.crispspring.embedded;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The events of Crisp with examples of their payloads.
 */
final class EventCatalog {

	/**
	 * Events that are sent over the realtime connection only.
	 */
	private static final Pattern RTM_ONLY = Pattern
		.compile("spam:.*|people:import:.*|widget:action:processed|media:animation:listed");

	/**
	 * Events that a website webhook does not deliver.
	 */
	private static final Pattern PLUGIN_WEBHOOK_ONLY = Pattern
		.compile("session:set_(routing|opened|closed)|session:request:initiated|message:compose:.*");

	private final Map<String, Entry> events = new LinkedHashMap<>();

	EventCatalog() {
		Json.resource("events.json")
			.forEachEntry((name, json) -> this.events.put(name,
					new Entry(json.path("tiers").valueStream().map(JsonNode::asString).collect(Collectors.toSet()),
							json.path("data"))));
	}

	Set<String> names() {
		return this.events.keySet();
	}

	ObjectNode example(String name, Map<String, String> identifiers) {
		return (ObjectNode) Json.fill(entry(name).data(), identifiers);
	}

	/**
	 * Return whether tokens of a tier receive an event over the realtime connection.
	 */
	boolean isReceivedBy(String name, String tier) {
		// A website token receives what a plugin does
		return entry(name).tiers().contains(tier.equals("website") ? "plugin" : tier);
	}

	boolean isSentBy(String name, EmbeddedCrisp.WebhookKind kind) {
		return isReceivedBy(name, "plugin") && !RTM_ONLY.matcher(name).matches()
				&& (kind == EmbeddedCrisp.WebhookKind.PLUGIN || !PLUGIN_WEBHOOK_ONLY.matcher(name).matches());
	}

	private Entry entry(String name) {
		Entry entry = this.events.get(name);
		if (entry == null) {
			throw new IllegalArgumentException("Crisp has no event '%s'".formatted(name));
		}
		return entry;
	}

	private record Entry(Set<String> tiers, JsonNode data) {

	}

}
