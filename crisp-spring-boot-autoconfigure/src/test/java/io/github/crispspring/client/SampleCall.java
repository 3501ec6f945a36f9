package io.github.crispspring.client;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.crispspring.json.Clearable;
import io.github.crispspring.json.CrispJson;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Call of a method with sample arguments, with the request that the contract expects.
 */
final class SampleCall {

	private final ResourceMethod method;

	private final ContractRoute route;

	private final Set<String> names;

	private final List<Object> arguments = new ArrayList<>();

	private final Map<String, String> path = new LinkedHashMap<>(Map.of("pageNumber", "1"));

	private final Map<String, String> query = new LinkedHashMap<>();

	private final ObjectNode fields = CrispJson.mapper().createObjectNode();

	private @Nullable JsonNode body;

	/**
	 * Make a call.
	 * @param method the method
	 * @param names the query parameters and fields of the body to send; others are
	 * omitted
	 */
	SampleCall(ResourceMethod method, Set<String> names) {
		this.method = method;
		this.route = method.route();
		this.names = names;
		method.parameters().forEach((parameter) -> this.arguments.add(argument(parameter)));
		this.route.http().queryAlways().forEach((name) -> this.query.putIfAbsent(name, "0"));
	}

	private @Nullable Object argument(Parameter parameter) {
		String name = parameter.getName();
		if (parameter.isAnnotationPresent(PathVariable.class)) {
			Object value = SampleValues.of(parameter.getType(), name);
			this.path.put(name, UriUtils.encodePath(SampleValues.text(name, value), StandardCharsets.UTF_8));
			return value;
		}
		if (parameter.isAnnotationPresent(QueryFields.class)) {
			return filters(parameter.getType());
		}
		if (parameter.isAnnotationPresent(RequestParam.class)) {
			return queryParameter(parameter.getAnnotation(RequestParam.class).value(), parameter.getType());
		}
		if (parameter.isAnnotationPresent(BodyField.class)) {
			return field(ResourceMethod.fieldName(parameter), parameter);
		}
		JsonNode shape = this.route.http().bodyShape();
		if (parameter.isAnnotationPresent(RequestBody.class)) {
			this.body = withNumericFingerprints(given(shape));
			return convert(clearing(given(shape), parameter.getType()), parameter);
		}
		return partOfBody(parameter, shape);
	}

	private Object queryParameter(String name, Class<?> type) {
		assertThat(this.route.http().query()).as("query parameters of the contract").contains(name);
		Object value = SampleValues.of(type, name);
		this.query.put(name, SampleValues.text(name, value));
		return value;
	}

	private Object filters(Class<?> type) {
		ObjectNode json = CrispJson.mapper().createObjectNode();
		ResourceMethod.queryComponents(type).forEach((name, component) -> {
			if (this.names.contains(name)) {
				json.putPOJO(name, queryParameter(name, component.getType()));
			}
		});
		return CrispJson.mapper().convertValue(json, type);
	}

	private @Nullable Object field(String name, Parameter parameter) {
		if (!this.names.contains(name)) {
			return null;
		}
		JsonNode shape = this.route.http().bodyShape();
		assertThat(this.route.bodyFields()).as("fields of the contract").contains(name);
		this.fields.set(name, shape.get(name));
		return convert(shape.get(name), parameter);
	}

	/**
	 * Return the argument for a parameter that a default method has instead of the body.
	 */
	private Object partOfBody(Parameter parameter, JsonNode shape) {
		assertThat(this.route.bodyFields()).as("fields of the contract").contains(parameter.getName());
		this.body = shape;
		return convert(shape.get(parameter.getName()), parameter);
	}

	private JsonNode given(JsonNode shape) {
		return (shape instanceof ObjectNode object) ? object.deepCopy().retain(this.names) : shape;
	}

	private Object convert(JsonNode json, Parameter parameter) {
		Object value = CrispJson.mapper()
			.convertValue(json, CrispJson.mapper().constructType(parameter.getParameterizedType()));
		assertThat(value).as("argument '%s'", parameter.getName()).isNotNull();
		return value;
	}

	/**
	 * Convert fingerprints, which are texts in an example of the contract but numbers in
	 * its types.
	 */
	private static JsonNode withNumericFingerprints(JsonNode shape) {
		JsonNode copy = shape.deepCopy();
		if (copy.get("fingerprints") instanceof ArrayNode fingerprints) {
			for (int i = 0; i < fingerprints.size(); i++) {
				fingerprints.set(i, Long.parseLong(fingerprints.get(i).asString()));
			}
		}
		return copy;
	}

	/**
	 * Return the body as the argument of a method, in which an empty text represents
	 * {@code null}.
	 */
	private static JsonNode clearing(JsonNode shape, Class<?> type) {
		JsonNode copy = shape.deepCopy();
		if (copy instanceof ObjectNode object && type.isRecord()) {
			for (RecordComponent component : type.getRecordComponents()) {
				String name = ResourceMethod.snakeCase(component.getName());
				if (object.has(name)) {
					boolean clears = object.get(name).isNull()
							&& component.getAccessor().isAnnotationPresent(Clearable.class);
					object.set(name, clears ? StringNode.valueOf("") : clearing(object.get(name), component.getType()));
				}
			}
		}
		return copy;
	}

	/**
	 * Replace an argument.
	 */
	SampleCall with(int index, @Nullable Object argument) {
		this.arguments.set(index, argument);
		return this;
	}

	@Nullable Object argument(int index) {
		return this.arguments.get(index);
	}

	/**
	 * Make the call with the reactive client.
	 */
	void make(Object client) throws Exception {
		Flux.from((Publisher<?>) invoke(this.method.method(), client)).blockLast();
	}

	/**
	 * Make the call with the blocking client.
	 */
	void makeBlocking(Object client) throws Exception {
		invoke(BlockingPeer.of(this.method.method()), client);
	}

	private @Nullable Object invoke(Method method, Object client) throws Exception {
		try {
			return method.invoke(client, this.arguments.toArray());
		}
		catch (InvocationTargetException ex) {
			throw (Exception) ex.getTargetException();
		}
	}

	String expectedPath() {
		return this.route.path(this.path);
	}

	Map<String, String> expectedQuery() {
		return this.query;
	}

	@Nullable JsonNode expectedBody() {
		if (!this.method.sendsBody()) {
			return null;
		}
		return CrispJson.mapper().readTree(((this.body != null) ? this.body : this.fields).toString());
	}

}
