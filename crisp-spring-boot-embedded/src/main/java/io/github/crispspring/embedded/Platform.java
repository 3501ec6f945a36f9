package io.github.crispspring.embedded;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The state of one website and what calls and people do with it. Every access is
 * serialized, so that events are in the order of the changes.
 */
final class Platform {

	private final List<Route> routes = Route.load();

	private final EventCatalog catalog = new EventCatalog();

	private final Clock clock;

	private final Credentials credentials;

	private final Consumer<Event> events;

	private final Supplier<String> rtmUrl;

	private Documents documents = new Documents();

	private Resources resources;

	private Conversations conversations;

	private ConversationRoutes conversationRoutes;

	private Effects effects;

	private long lastEvent;

	Platform(Credentials credentials, Clock clock, Consumer<Event> events, Supplier<String> rtmUrl,
			FileStorage storage) {
		this.credentials = credentials;
		this.clock = clock;
		this.events = events;
		this.rtmUrl = rtmUrl;
		this.effects = new Effects(this.catalog, storage, this::raise);
		this.resources = new Resources(this.documents, this.routes, clock);
		this.conversations = new Conversations(credentials.websiteId(), this.documents, clock, this::raise);
		this.conversationRoutes = new ConversationRoutes(this.conversations);
		seed();
	}

	/**
	 * Forget all state.
	 */
	synchronized void reset() {
		this.documents = new Documents();
		this.resources = new Resources(this.documents, this.routes, this.clock);
		this.conversations = new Conversations(this.credentials.websiteId(), this.documents, this.clock, this::raise);
		this.conversationRoutes = new ConversationRoutes(this.conversations);
		seed();
	}

	/**
	 * Create what exists on a website before anything is added by a call.
	 */
	private void seed() {
		EmbeddedOperator.ALL.forEach((operator) -> this.documents.put(path(ResourceCollection.OPERATOR),
				operator.userId(), operator.toDocument()));
		for (String seeded : Set.of("plugin.getSubscriptionDetails", "website.resolveHelpdeskLocale",
				"website.resolveHelpdeskHistoryChange")) {
			this.routes.stream().filter((route) -> route.name().equals(seeded)).forEach(this::seed);
		}
		this.routes.stream()
			.filter((route) -> route.name().equals("website.listSpamConversations"))
			.forEach((route) -> {
				ObjectNode spam = (ObjectNode) Json.fill(exampleOf(route).path(0), identifiers());
				this.documents.put(path(ResourceCollection.WEBSITE + "conversations/spam"), Json.text(spam, "spam_id"),
						spam);
			});
	}

	private void seed(Route route) {
		ResourceCollection.ALL.stream().filter((each) -> route.path().equals(each.document())).forEach((collection) -> {
			ObjectNode document = (ObjectNode) Json.fill(exampleOf(route), identifiers());
			if (String.valueOf(collection.variable()).equals("plugin_id")) {
				document.put(collection.field(), this.credentials.pluginId());
			}
			this.documents.put(path(collection.path()), Json.text(document, collection.field()), document);
		});
	}

	private static JsonNode exampleOf(Route route) {
		JsonNode data = route.data();
		return (data != null) ? data : Json.object();
	}

	private String path(String path) {
		return Route.resolve(path, identifiers());
	}

	private Map<String, String> identifiers() {
		return Map.of("website_id", this.credentials.websiteId(), "plugin_id", this.credentials.pluginId(), "user_id",
				EmbeddedOperator.ALL.get(0).userId());
	}

	EventCatalog catalog() {
		return this.catalog;
	}

	/**
	 * Return the payload of an example of an event, about the given conversation if there
	 * is one.
	 */
	synchronized ObjectNode example(String event, @Nullable String sessionId) {
		Map<String, String> identifiers = new HashMap<>(identifiers());
		if (sessionId != null) {
			identifiers.put("session_id", sessionId);
		}
		ObjectNode data = this.catalog.example(event, identifiers);
		if (data.has("timestamp")) {
			data.put("timestamp", this.clock.millis());
		}
		if (data.path("fingerprint").isNumber()) {
			data.put("fingerprint", this.clock.millis() * 100 + this.lastEvent % 100);
		}
		return data;
	}

	synchronized Event raise(String name, ObjectNode data) {
		Event event = new Event(++this.lastEvent, name, this.credentials.websiteId(), data.deepCopy(),
				this.clock.millis());
		this.events.accept(event);
		return event;
	}

	/**
	 * Run an action of a visitor or an operator.
	 * @throws IllegalArgumentException if the conversation or the message does not exist
	 */
	synchronized <T> T act(Function<Conversations, T> action) {
		try {
			return action.apply(this.conversations);
		}
		catch (Rejection ex) {
			throw new IllegalArgumentException(ex.getMessage(), ex);
		}
	}

	/**
	 * Return the route of a call.
	 * @throws Rejection if there is none
	 */
	Matched match(String method, List<String> path, JsonNode body) {
		List<Matched> matched = new ArrayList<>();
		for (Route route : this.routes) {
			Map<String, String> variables = route.match(method, path);
			if (variables != null) {
				matched.add(new Matched(route, variables));
			}
		}
		if (matched.isEmpty()) {
			throw Rejection.unknownRoute();
		}
		long fewest = matched.stream().mapToLong((each) -> each.route().variables()).min().orElse(0);
		matched.removeIf((each) -> each.route().variables() > fewest);
		// Some routes differ in their bodies only
		return matched.stream()
			.max(Comparator
				.comparingLong((each) -> each.route().body().keySet().stream().filter(body::hasNonNull).count()))
			.orElseThrow();
	}

	synchronized RestResponse handle(RestCall call) {
		if (!this.credentials.websiteId()
			.equals(call.variables().getOrDefault("website_id", this.credentials.websiteId()))) {
			throw Rejection.notSubscribed();
		}
		return handleIdentified(identified(call));
	}

	/**
	 * Return a call that identifies a profile as it is stored, as its email address
	 * identifies it too.
	 */
	private RestCall identified(RestCall call) {
		String person = call.variable("people_id");
		if (!person.contains("@")) {
			return call;
		}
		return this.documents.all(path(ResourceCollection.PROFILE))
			.stream()
			.filter((profile) -> person.equals(Json.text(profile, "email")))
			.findFirst()
			.map((profile) -> call.with("people_id", Json.text(profile, "people_id")))
			.orElse(call);
	}

	private RestResponse handleIdentified(RestCall call) {
		this.resources.checkParents(call);
		call.route().validate(call.body());
		RestResponse response = this.conversationRoutes.handle(call);
		if (response == null) {
			response = special(call);
		}
		if (response == null) {
			response = this.resources.handle(call);
		}
		this.effects.raise(call, response, settings(call));
		return response;
	}

	private JsonNode settings(RestCall call) {
		JsonNode settings = this.documents.value(call.route().resolve(call.variables()));
		return (settings != null) ? settings : Json.object();
	}

	/**
	 * Reject a second profile with the same email address.
	 */
	private @Nullable RestResponse checkEmail(RestCall call) {
		String email = Json.text(call.body(), "email");
		if (!email.isEmpty() && this.documents.all(path(ResourceCollection.PROFILE))
			.stream()
			.anyMatch((profile) -> email.equals(Json.text(profile, "email")))) {
			throw Rejection.alreadyExists();
		}
		return null;
	}

	private @Nullable RestResponse special(RestCall call) {
		return switch (call.route().name()) {
			case "plugin.getConnectAccount" ->
				RestResponse.resolved(Json.object().put("plugin_id", this.credentials.pluginId()));
			case "plugin.getConnectEndpoints", "website.getConnectEndpoints", "user.getConnectEndpoints" -> endpoints();
			case "plugin.listAllConnectWebsites", "plugin.listConnectWebsitesSince" -> websites(call);
			case "plugin.listAllActiveSubscriptions" ->
				RestResponse.listed(Json.array(this.documents.all(path(ResourceCollection.SUBSCRIPTION))));
			case "website.checkWebsiteExists" -> checkWebsite(call);
			case "website.deleteWebsite", "website.abortWebsiteDeletion" -> RestResponse.dispatched();
			case "website.listWebsiteOperators" -> operators();
			case "website.addNewPeopleProfile" -> checkEmail(call);
			case "website.listPeopleProfiles" -> profiles(call);
			case "website.listPeopleConversations" -> conversationsOf(call);
			case "website.getPeopleStatistics" -> RestResponse
				.resolved(Json.object().put("total", this.documents.all(path(ResourceCollection.PROFILE)).size()));
			case "website.batchRemovePeople" ->
				changePeople(call, (id) -> this.documents.remove(path(ResourceCollection.PROFILE), id));
			case "website.batchUpdatePeopleSegments" ->
				changePeople(call, (id) -> profile(id).set("segments", call.body().path("segments").deepCopy()));
			case "website.batchUpdatePeopleData" ->
				changePeople(call, (id) -> this.documents.value(path(ResourceCollection.WEBSITE + "people/data/") + id,
						Json.object().set("data", call.body().path("data").deepCopy())));
			case "website.rollVerifyKey" -> {
				this.documents.value(call.route().resolve(call.variables()),
						Json.object().put("secret", Credentials.randomHex(32)));
				yield RestResponse.updated();
			}
			case "website.initiateNewCallSessionForConversation" -> {
				RestResponse created = this.resources.handle(call);
				this.documents.value(call.route().resolve(call.variables()),
						Json.array(this.documents.all(call.route().resolve(call.variables()))).path(0));
				yield RestResponse.dispatched(created.data());
			}
			case "website.abortOngoingCallSessionForConversation" -> {
				RestResponse aborted = this.resources.handle(call);
				this.documents.removeValue(call.route().resolve(call.variables()).replaceFirst("/[^/]*$", ""));
				yield aborted;
			}
			default -> null;
		};
	}

	private RestResponse endpoints() {
		ObjectNode data = Json.object();
		data.putObject("socket").put("app", this.rtmUrl.get());
		data.putObject("rescue").putObject("socket").put("app", this.rtmUrl.get());
		return RestResponse.resolved(data);
	}

	private RestResponse websites(RestCall call) {
		ObjectNode website = Json.object().put("website_id", this.credentials.websiteId()).put("token", "");
		website.putObject("settings");
		website.putObject("plan").put("id", "embedded").put("name", "Embedded").put("trialing", false);
		return RestResponse.listed(Json.array(Resources.page(call, List.of(website))));
	}

	private RestResponse checkWebsite(RestCall call) {
		if ("example.com".equals(call.query("domain"))) {
			return RestResponse.resolved(Json.object());
		}
		throw Rejection.notFound();
	}

	private RestResponse operators() {
		ArrayNode operators = Json.array();
		this.documents.all(path(ResourceCollection.OPERATOR))
			.forEach((operator) -> operators.addObject().put("type", "operator").set("details", operator.deepCopy()));
		return RestResponse.listed(operators);
	}

	private RestResponse profiles(RestCall call) {
		List<ObjectNode> profiles = this.documents.all(path(ResourceCollection.PROFILE))
			.stream()
			.filter(Filters.people(call))
			.sorted(Filters.peopleOrder(call))
			.toList();
		return RestResponse.listed(Json.array(Resources.page(call, profiles)));
	}

	/**
	 * Change the profiles that a batch names.
	 */
	private RestResponse changePeople(RestCall call, Consumer<String> change) {
		List<String> ids = call.body().path("people").path("profiles").valueStream().map(JsonNode::asString).toList();
		ids.stream().filter((id) -> this.documents.find(path(ResourceCollection.PROFILE), id) != null).forEach(change);
		return RestResponse.dispatched();
	}

	private ObjectNode profile(String id) {
		ObjectNode profile = this.documents.find(path(ResourceCollection.PROFILE), id);
		if (profile == null) {
			throw Rejection.notFound();
		}
		return profile;
	}

	private RestResponse conversationsOf(RestCall call) {
		ArrayNode sessions = Json.array();
		this.conversations.all()
			.stream()
			.filter((conversation) -> call.variable("people_id").equals(Json.text(conversation, "people_id")))
			.forEach((conversation) -> sessions.add(Json.text(conversation, "session_id")));
		return RestResponse.listed(sessions);
	}

	/**
	 * Route of a call with the variables of its path.
	 */
	record Matched(Route route, Map<String, String> variables) {

	}

}
