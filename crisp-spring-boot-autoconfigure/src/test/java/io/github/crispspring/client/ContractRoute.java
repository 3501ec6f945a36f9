package io.github.crispspring.client;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;

/**
 * Route of the contract: the request that the official client sends for a method.
 *
 * @param seedHttp the request that earlier versions of the official client send
 */
record ContractRoute(String service, String resource, String method, List<String> params,
		Map<String, ParamType> paramTypes, @Nullable String responseType, @Nullable List<String> tiers, Http http,
		@Nullable Http seedHttp) {

	private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

	/**
	 * Return all routes, including both forms of those with two.
	 */
	static List<ContractRoute> all() throws Exception {
		JsonMapper mapper = JsonMapper.builder().build();
		List<ContractRoute> routes = mapper.readerForListOf(ContractRoute.class)
			.readValue(new ClassPathResource("contract/routes.json").getContentAsByteArray());
		return routes.stream().flatMap(ContractRoute::forms).toList();
	}

	private Stream<ContractRoute> forms() {
		if (this.seedHttp == null) {
			return Stream.of(this);
		}
		return Stream.of(this.http, this.seedHttp.withVariants(this.http.variants()))
			.map((form) -> new ContractRoute(this.service, this.resource, this.method, this.params, this.paramTypes,
					this.responseType, this.tiers, form, null));
	}

	/**
	 * Return the bodies of the routes with the same path, if there are several.
	 */
	Stream<Variant> variants() {
		return this.http.variants()
			.stream()
			.filter((variant) -> variant.path().equals(this.http.path()))
			.map((variant) -> new Variant(this, names(variant.bodyFields())));
	}

	private @Nullable Set<String> names(@Nullable JsonNode bodyFields) {
		if (bodyFields == null || bodyFields.isNull()) {
			return null;
		}
		// A text denotes the whole body
		return bodyFields.isString() ? bodyFields()
				: bodyFields.valueStream().map(JsonNode::asString).collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * Return the names of the fields of the body, empty if it is not an object.
	 */
	Set<String> bodyFields() {
		JsonNode shape = this.http.bodyShape();
		return (shape != null) ? new TreeSet<>(shape.propertyNames()) : Set.of();
	}

	/**
	 * Return the path variables with the names of the Java parameters.
	 */
	Set<String> variables() {
		return VARIABLE.matcher(path(Map.of()))
			.results()
			.map((variable) -> variable.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * Return the path with the names of the Java parameters.
	 */
	String path(Map<String, String> variables) {
		String path = this.http.path().replace("ID}", "Id}");
		for (Map.Entry<String, String> variable : variables.entrySet()) {
			path = path.replace("{" + variable.getKey() + "}", variable.getValue());
		}
		return path;
	}

	boolean returnsList() {
		return this.responseType != null && this.responseType.endsWith("[]");
	}

	/**
	 * Return the type of the body, composed of its fields if necessary.
	 */
	String bodyType() {
		BodyFrom from = this.http.bodyFrom();
		if (from.param() != null) {
			return this.paramTypes.get(from.param()).type();
		}
		return from.fields()
			.keySet()
			.stream()
			.map((field) -> "%s: %s;".formatted(field, fieldType(field)))
			.collect(Collectors.joining(" ", "{ ", " }"));
	}

	/**
	 * Return the type of a field of a composed body.
	 */
	String fieldType(String field) {
		return this.paramTypes.get(this.http.bodyFrom().fields().get(field)).type();
	}

	@Override
	public String toString() {
		return this.resource + "." + this.method;
	}

	record ParamType(String type) {

	}

	record Http(String method, String path, List<String> query, List<String> queryAlways, @Nullable BodyFrom bodyFrom,
			@Nullable JsonNode bodyShape, List<SentBody> variants) {

		Http {
			queryAlways = (queryAlways != null) ? queryAlways : List.of();
			variants = (variants != null) ? variants : List.of();
		}

		Http withVariants(List<SentBody> variants) {
			return new Http(this.method, this.path, this.query, this.queryAlways, this.bodyFrom, this.bodyShape,
					variants);
		}

	}

	record SentBody(String path, @Nullable JsonNode bodyFields) {

	}

	/**
	 * Body of a route with several bodies.
	 *
	 * @param fields the names of its fields, {@code null} if there is no body
	 */
	record Variant(ContractRoute route, @Nullable Set<String> fields) {

		boolean hasBody() {
			return this.fields != null;
		}

		Set<String> names() {
			return (this.fields != null) ? this.fields : Set.of();
		}

		@Override
		public String toString() {
			return this.route.method() + ((this.fields != null)
					? this.fields.stream().collect(Collectors.joining(", ", " {", "}")) : " without body");
		}

	}

	/**
	 * Return the arguments of the body: a single one, or several by the names of the
	 * fields.
	 */
	record BodyFrom(@Nullable String param, @Nullable Map<String, String> fields) {

	}

}
