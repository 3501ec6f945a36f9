package io.github.crispspring.embedded;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events that REST calls raise. The payload is the example of the event with every value
 * that the call and its response know by the same name.
 */
final class Effects {

	private static final Map<String, String> EVENTS = Map.ofEntries(
			Map.entry("website.addNewPeopleProfile", "people:profile:created"),
			Map.entry("website.savePeopleProfile", "people:profile:updated"),
			Map.entry("website.updatePeopleProfile", "people:profile:updated"),
			Map.entry("website.removePeopleProfile", "people:profile:removed"),
			Map.entry("website.importPeopleProfiles", "people:import:done"),
			Map.entry("website.dispatchCampaign", "campaign:dispatched"),
			Map.entry("website.resumeCampaign", "campaign:running"),
			Map.entry("website.pauseCampaign", "campaign:running"),
			Map.entry("website.submitSpamConversationDecision", "spam:decision"),
			Map.entry("website.initiateBrowsingSessionForConversation", "browsing:request:initiated"),
			Map.entry("website.initiateNewCallSessionForConversation", "call:request:initiated"),
			Map.entry("website.requestIdentityVerificationForConversation", "identity:verify:request"),
			Map.entry("plugin.subscribeWebsiteToPlugin", "plugin:subscription:updated"),
			Map.entry("plugin.unsubscribePluginFromWebsite", "plugin:subscription:updated"),
			Map.entry("plugin.saveSubscriptionSettings", "plugin:settings:saved"),
			Map.entry("plugin.updateSubscriptionSettings", "plugin:settings:saved"),
			Map.entry("plugin.forwardPluginPayloadToChannel", "plugin:channel"),
			Map.entry("plugin.dispatchPluginEvent", "plugin:event"),
			Map.entry("plan.subscribeWebsiteToPlan", "plan:subscription:updated"),
			Map.entry("media.listAnimationMedias", "media:animation:listed"));

	private final EventCatalog catalog;

	private final FileStorage storage;

	private final BiConsumer<String, ObjectNode> events;

	Effects(EventCatalog catalog, FileStorage storage, BiConsumer<String, ObjectNode> events) {
		this.catalog = catalog;
		this.storage = storage;
		this.events = events;
	}

	/**
	 * Raise the event of a call that succeeded, if it has one.
	 * @param call the call
	 * @param response the response
	 * @param settings the settings of the plugin after the call
	 */
	void raise(RestCall call, RestResponse response, JsonNode settings) {
		String name = call.route().name();
		String event = name.equals("bucket.generateBucketURL") ? bucketEvent(call) : EVENTS.get(name);
		if (event == null) {
			return;
		}
		Map<String, String> identifiers = new HashMap<>(call.variables());
		response.data()
			.propertyStream()
			.forEach((field) -> identifiers.put(field.getKey(), field.getValue().asString("")));
		ObjectNode data = this.catalog.example(event, identifiers);
		call.body().forEachEntry((field, value) -> {
			if (data.path(field).getNodeType() == value.getNodeType()) {
				data.set(field, value.deepCopy());
			}
		});
		switch (name) {
			case "website.pauseCampaign" -> data.put("running", false);
			case "plugin.unsubscribePluginFromWebsite" -> data.put("bound", false);
			case "plugin.saveSubscriptionSettings", "plugin.updateSubscriptionSettings" ->
				data.set("settings", settings.deepCopy());
			case "bucket.generateBucketURL" -> storeFile(call, data);
			default -> {
			}
		}
		this.events.accept(event, data);
	}

	private void storeFile(RestCall call, ObjectNode data) {
		JsonNode file = call.body().path("file");
		FileStorage.Urls urls = this.storage.reserve(Json.text(file, "name"));
		data.put("type", Json.text(file, "type"));
		data.putObject("policy").put("size_limit", FileStorage.SIZE_LIMIT);
		data.putObject("url").put("resource", urls.resource()).put("signed", urls.signed());
	}

	private String bucketEvent(RestCall call) {
		String event = "bucket:url:" + Json.text(call.body(), "namespace") + ":generated";
		if (!this.catalog.names().contains(event)) {
			throw Rejection.invalidData("data.namespace should be equal to one of the allowed values");
		}
		return event;
	}

}
