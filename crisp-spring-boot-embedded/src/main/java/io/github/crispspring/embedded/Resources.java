package io.github.crispspring.embedded;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The generic behavior of all routes: collections of documents with their lists, single
 * values, and actions. What is not stored is the example of the contract.
 */
final class Resources {

	static final int PAGE_SIZE = 20;

	private static final int MAX_PAGE_SIZE = 50;

	private final Documents documents;

	private final List<Route> routes;

	private final Clock clock;

	Resources(Documents documents, List<Route> routes, Clock clock) {
		this.documents = documents;
		this.routes = routes;
		this.clock = clock;
	}

	/**
	 * Check that the documents exist that a call is about, except the last one.
	 * @throws Rejection if one does not exist
	 */
	void checkParents(RestCall call) {
		String path = call.route().path();
		for (ResourceCollection collection : ResourceCollection.ALL) {
			String document = collection.document();
			if (document != null && (path + "/").startsWith(document + "/") && !path.equals(document)) {
				require(collection, call.variables());
			}
			else if (path.contains("{people_id}") && collection.path().equals(ResourceCollection.PROFILE)
					&& !path.equals(document)) {
				require(collection, call.variables());
			}
			else if ("path".equals(collection.variable()) && path.contains("/helpdesk/tree/") && path.endsWith("{path}")
					&& !path.equals(document)) {
				require(collection, call.variables());
			}
		}
	}

	/**
	 * Return a document.
	 * @throws Rejection if it does not exist
	 */
	ObjectNode require(ResourceCollection collection, Map<String, String> variables) {
		String id = variables.getOrDefault(String.valueOf(collection.variable()), "");
		ObjectNode document = this.documents.find(Route.resolve(collection.path(), variables), id);
		if (document != null) {
			return document;
		}
		throw switch (collection.path()) {
			case ResourceCollection.CONVERSATION -> Rejection.conversationNotFound();
			case ResourceCollection.SUBSCRIPTION -> Rejection.notSubscribed();
			default -> Rejection.notFound();
		};
	}

	RestResponse handle(RestCall call) {
		Route route = call.route();
		ResourceCollection listed = find((collection) -> collection.isListedBy(route));
		if (listed != null) {
			return RestResponse
				.listed(Json.array(page(call, this.documents.all(Route.resolve(listed.path(), call.variables())))));
		}
		ResourceCollection collection = find((each) -> route.path().equals(each.document()));
		if (collection != null) {
			return document(call, collection);
		}
		ResourceCollection created = find((each) -> route.path().equals(each.path()));
		return (created != null && route.method().equals("POST")) ? create(call, created) : value(call);
	}

	private @Nullable ResourceCollection find(Predicate<ResourceCollection> condition) {
		return ResourceCollection.ALL.stream().filter(condition).findFirst().orElse(null);
	}

	/**
	 * Return the page that a call names.
	 */
	static <T> List<T> page(RestCall call, List<T> elements) {
		long size = Math.max(1, Math.min(MAX_PAGE_SIZE, call.queryNumber("per_page", PAGE_SIZE)));
		if (!call.route().isPaged()) {
			return elements;
		}
		long page = call.number("page");
		if (page < 1) {
			throw Rejection.invalidData("page_number should be >= 1");
		}
		return elements.stream().skip((Math.min(page, Documents.LIMIT) - 1) * size).limit(size).toList();
	}

	private RestResponse document(RestCall call, ResourceCollection collection) {
		String method = call.route().method();
		if (method.equals("POST") || method.equals("PUT") && "locale_linked".equals(collection.variable())) {
			create(call, collection);
			return method.equals("POST") ? RestResponse.added(Json.object()) : RestResponse.updated();
		}
		ObjectNode document = require(collection, call.variables());
		String path = Route.resolve(collection.path(), call.variables());
		switch (method) {
			case "PUT" -> {
				ObjectNode replacement = blank(collection);
				replacement.set(collection.field(), document.path(collection.field()));
				replacement.set("created_at", document.path("created_at"));
				change(replacement, collection, call.object());
				this.documents.put(path, call.variable(String.valueOf(collection.variable())), replacement);
				return RestResponse.updated();
			}
			case "PATCH" -> {
				change(document, collection, call.object());
				return RestResponse.updated();
			}
			case "DELETE" -> {
				this.documents.remove(path, call.variable(String.valueOf(collection.variable())));
				return RestResponse.deleted();
			}
			default -> {
				return RestResponse.resolved(document.deepCopy());
			}
		}
	}

	private void change(ObjectNode document, ResourceCollection collection, ObjectNode changes) {
		JsonNode id = document.path(collection.field());
		Json.merge(document, changes);
		if (!id.isMissingNode()) {
			document.set(collection.field(), id);
		}
		if (document.has("updated_at")) {
			document.put("updated_at", this.clock.millis());
		}
	}

	private RestResponse create(RestCall call, ResourceCollection collection) {
		ObjectNode document = blank(collection);
		ObjectNode body = (call.body() instanceof ObjectNode object) ? object : Json.object();
		Json.merge(document, body);
		String variable = collection.variable();
		String id = (variable != null) ? identifier(call, variable, body) : UUID.randomUUID().toString();
		if (variable != null) {
			document.put(collection.field(), id);
		}
		this.documents.put(Route.resolve(collection.path(), call.variables()), id, document);
		Map<String, String> identifiers = new HashMap<>(call.variables());
		identifiers.put(String.valueOf(variable), id);
		JsonNode data = call.route().data();
		return RestResponse.added((data != null) ? Json.fill(data, identifiers) : Json.object());
	}

	private static String identifier(RestCall call, String variable, ObjectNode body) {
		String given = call.variable(variable);
		if (call.route().path().endsWith("{" + variable + "}")) {
			return given;
		}
		return body.path(variable).asString(UUID.randomUUID().toString());
	}

	/**
	 * Return a document that has only the fields that Crisp sets: lists, numbers, flags
	 * and times.
	 */
	ObjectNode blank(ResourceCollection collection) {
		ObjectNode blank = Json.object();
		JsonNode example = example(String.valueOf(collection.document()));
		example.forEachEntry((field, value) -> {
			if (field.equals("created_at") || field.equals("updated_at")) {
				blank.put(field, this.clock.millis());
			}
			else if (value.isArray()) {
				blank.set(field, Json.array());
			}
			else if (value.isNumber() && !field.endsWith("_at")) {
				blank.put(field, 0);
			}
			else if (value.isBoolean()) {
				blank.put(field, false);
			}
		});
		return blank;
	}

	private JsonNode example(String path) {
		return this.routes.stream()
			.filter((route) -> route.method().equals("GET") && route.path().replace("/{page}", "").equals(path))
			.map(Route::data)
			.filter((data) -> data != null)
			.findFirst()
			.orElseGet(Json::object);
	}

	private RestResponse value(RestCall call) {
		Route route = call.route();
		String path = route.resolve(call.variables());
		boolean readable = this.routes.stream()
			.anyMatch((each) -> each.method().equals("GET") && each.path().equals(route.path()));
		switch (route.method()) {
			case "GET", "HEAD" -> {
				return read(call, path);
			}
			case "PUT" -> {
				this.documents.value(path, call.body());
				return RestResponse.updated();
			}
			case "PATCH" -> {
				if (readable && current(call) instanceof ObjectNode current) {
					Json.merge(current, call.object());
					this.documents.value(path, current);
				}
				return RestResponse.updated();
			}
			case "DELETE" -> {
				if (readable) {
					if (example(route.path()).isArray()) {
						this.documents.value(path, Json.array());
					}
					else {
						this.documents.removeValue(path);
					}
				}
				return RestResponse.deleted();
			}
			default -> {
				return act(call, path, readable);
			}
		}
	}

	private RestResponse act(RestCall call, String path, boolean readable) {
		if (readable && current(call) instanceof ObjectNode current) {
			Json.merge(current, call.object());
			this.documents.value(path, current);
		}
		JsonNode data = call.route().data();
		return RestResponse.dispatched((data != null) ? Json.fill(data, call.variables()) : Json.object());
	}

	private RestResponse read(RestCall call, String path) {
		if (this.documents.isRemoved(path)) {
			throw Rejection.notFound();
		}
		JsonNode current = current(call);
		if (!current.isArray()) {
			return RestResponse.resolved(current);
		}
		return RestResponse.listed(Json.array(page(call, current.valueStream().toList())));
	}

	/**
	 * Return the value of a route, or its example if it was not set.
	 */
	private JsonNode current(RestCall call) {
		JsonNode value = this.documents.value(call.route().resolve(call.variables()));
		return (value != null) ? value.deepCopy()
				: Json.fill(example(call.route().path().replace("/{page}", "")), call.variables());
	}

}
