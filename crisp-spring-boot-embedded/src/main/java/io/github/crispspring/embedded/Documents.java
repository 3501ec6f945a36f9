package io.github.crispspring.embedded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The state: collections of documents and single values, by their paths. What is below a
 * document is removed with it.
 */
final class Documents {

	static final int LIMIT = 5_000;

	private final Map<String, Map<String, ObjectNode>> collections = new HashMap<>();

	private final Map<String, JsonNode> values = new HashMap<>();

	private final Set<String> removed = new HashSet<>();

	/**
	 * Return the documents of a collection, in the order in which they were added.
	 */
	List<ObjectNode> all(String collection) {
		return List.copyOf(this.collections.getOrDefault(collection, Map.of()).values());
	}

	@Nullable ObjectNode find(String collection, String id) {
		return this.collections.getOrDefault(collection, Map.of()).get(id);
	}

	/**
	 * Add or replace a document. The oldest one of a full collection is removed.
	 */
	void put(String collection, String id, ObjectNode document) {
		Map<String, ObjectNode> documents = this.collections.computeIfAbsent(collection,
				(path) -> new LinkedHashMap<>());
		documents.put(id, document);
		if (documents.size() > LIMIT) {
			remove(collection, documents.keySet().iterator().next());
		}
	}

	boolean remove(String collection, String id) {
		Map<String, ObjectNode> documents = this.collections.get(collection);
		if (documents == null || documents.remove(id) == null) {
			return false;
		}
		String below = collection + "/" + id + "/";
		this.collections.keySet().removeIf((path) -> path.startsWith(below));
		this.values.keySet().removeIf((path) -> path.startsWith(below));
		this.removed.removeIf((path) -> path.startsWith(below));
		return true;
	}

	void clear(String collection) {
		new ArrayList<>(this.collections.getOrDefault(collection, Map.of()).keySet())
			.forEach((id) -> remove(collection, id));
	}

	@Nullable JsonNode value(String path) {
		return this.values.get(path);
	}

	void value(String path, JsonNode value) {
		this.removed.remove(path);
		this.values.put(path, value);
	}

	void removeValue(String path) {
		this.values.remove(path);
		this.removed.add(path);
	}

	boolean isRemoved(String path) {
		return this.removed.contains(path);
	}

}
