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
 * A route of the contract: what the official client sends for one of its methods.
 *
 * @param seedHttp another form of the route, in which earlier versions send it
 */
record ContractRoute(String service, String resource, String method, List<String> params,
		Map<String, ParamType> paramTypes, @Nullable String responseType, Http http, @Nullable Http seedHttp) {

	private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

	/**
	 * All routes, those with two forms twice.
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
		return Stream.of(this.http, this.seedHttp)
			.map((form) -> new ContractRoute(this.service, this.resource, this.method, this.params, this.paramTypes,
					this.responseType, form, null));
	}

	/**
	 * The variables of the path, named as Java names them.
	 */
	Set<String> variables() {
		return VARIABLE.matcher(path(Map.of()))
			.results()
			.map((variable) -> variable.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * The path, with variables named as Java names them.
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
	 * The type of the whole body, put together where the body is.
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
	 * The type of one field of a body that is put together.
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

	record Http(String method, String path, List<String> query, @Nullable List<String> queryAlways,
			@Nullable BodyFrom bodyFrom, @Nullable JsonNode bodyShape) {

	}

	/**
	 * What the body is made of: one argument, or some of them by the names of its fields.
	 */
	record BodyFrom(@Nullable String param, @Nullable Map<String, String> fields) {

	}

}
