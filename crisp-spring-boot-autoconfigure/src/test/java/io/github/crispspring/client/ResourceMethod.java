package io.github.crispspring.client;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.crispspring.client.bucket.ReactiveBucketClient;
import io.github.crispspring.client.media.ReactiveMediaClient;
import io.github.crispspring.client.plan.ReactivePlanClient;
import io.github.crispspring.client.plugin.ReactivePluginClient;
import io.github.crispspring.client.website.ReactiveWebsiteClient;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.HttpExchange;

/**
 * Method of a resource client, with its route.
 */
record ResourceMethod(ContractRoute route, Method method) {

	private static final Map<String, Class<?>> RESOURCES = Stream
		.of(ReactiveWebsiteClient.class, ReactivePluginClient.class, ReactivePlanClient.class,
				ReactiveMediaClient.class, ReactiveBucketClient.class)
		.flatMap((composite) -> Arrays.stream(composite.getInterfaces()))
		.collect(Collectors.toMap(
				(resource) -> resource.getSimpleName().replaceFirst("^Reactive", "").replaceFirst("Client$", ""),
				(resource) -> resource));

	/**
	 * Return the resource clients by the name of their resource.
	 */
	static Map<String, Class<?>> resources() {
		return RESOURCES;
	}

	static Stream<ResourceMethod> all() throws Exception {
		return ContractRoute.all().stream().flatMap(ResourceMethod::of);
	}

	/**
	 * Return the methods for a route, those with the fewest parameters first.
	 */
	static Stream<ResourceMethod> of(ContractRoute route) {
		return Arrays.stream(RESOURCES.get(route.resource()).getDeclaredMethods())
			.filter((method) -> method.getName().equals(route.method())
					&& pathVariables(method).equals(route.variables()))
			.sorted(Comparator.comparing(Method::getParameterCount))
			.map((method) -> new ResourceMethod(route, method));
	}

	/**
	 * Return the path variables of a method.
	 */
	static Set<String> pathVariables(Method method) {
		return Arrays.stream(exchange(method).getParameters())
			.filter((parameter) -> parameter.isAnnotationPresent(PathVariable.class))
			.map(Parameter::getName)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * Return the annotated method: this method, or the one to which a default method
	 * delegates, which has most of its parameters and the fewest others.
	 */
	private static Method exchange(Method method) {
		if (isExchange(method)) {
			return method;
		}
		List<String> names = parameterNames(method);
		return Arrays.stream(method.getDeclaringClass().getDeclaredMethods())
			.filter((candidate) -> candidate.getName().equals(method.getName()) && isExchange(candidate))
			.min(Comparator.<Method>comparingLong(
					(candidate) -> names.stream().filter((name) -> !parameterNames(candidate).contains(name)).count())
				.thenComparing(Method::getParameterCount))
			.orElseThrow();
	}

	private static boolean isExchange(Method method) {
		return AnnotatedElementUtils.hasAnnotation(method, HttpExchange.class);
	}

	private static List<String> parameterNames(Method method) {
		return Arrays.stream(method.getParameters()).map(Parameter::getName).toList();
	}

	/**
	 * Return the field of the body for a parameter.
	 */
	static String fieldName(Parameter parameter) {
		String name = parameter.getAnnotation(BodyField.class).value();
		return name.isEmpty() ? snakeCase(parameter.getName()) : name;
	}

	static String snakeCase(String name) {
		return name.replaceAll("(\\p{Upper})", "_$1").toLowerCase(Locale.ROOT);
	}

	private static boolean isNullable(AnnotatedType type) {
		return type.isAnnotationPresent(Nullable.class);
	}

	List<String> parameterNames() {
		return parameterNames(this.method);
	}

	/**
	 * Return the parameters. Those of a default method have the annotations of the method
	 * to which it delegates.
	 */
	List<Parameter> parameters() {
		Parameter[] annotated = exchange(this.method).getParameters();
		return Arrays.stream(this.method.getParameters())
			.map((parameter) -> Arrays.stream(annotated)
				.filter((candidate) -> candidate.getName().equals(parameter.getName()))
				.findFirst()
				.orElse(parameter))
			.toList();
	}

	/**
	 * Return the required query parameters and fields of the body.
	 */
	Set<String> required() {
		return sent(false);
	}

	/**
	 * Return the optional query parameters and fields of the body.
	 */
	Set<String> optional() {
		return sent(true);
	}

	/**
	 * Return whether the method can send exactly these query parameters and fields of the
	 * body.
	 */
	boolean canSend(Set<String> names) {
		Set<String> others = new TreeSet<>(names);
		others.removeAll(required());
		return names.containsAll(required()) && optional().containsAll(others);
	}

	private Set<String> sent(boolean optional) {
		Set<String> names = new TreeSet<>();
		parameters().forEach((parameter) -> sent(parameter).forEach((name, leftOut) -> {
			if (leftOut == optional) {
				names.add(name);
			}
		}));
		return names;
	}

	/**
	 * Return the query parameters or fields of the body for a parameter, and whether they
	 * are optional.
	 */
	private Map<String, Boolean> sent(Parameter parameter) {
		BodyField field = parameter.getAnnotation(BodyField.class);
		if (field != null) {
			return Map.of(fieldName(parameter), isNullable(parameter.getAnnotatedType()));
		}
		if (parameter.isAnnotationPresent(RequestParam.class)) {
			return Map.of(parameter.getAnnotation(RequestParam.class).value(), false);
		}
		Map<String, Boolean> sent = new HashMap<>();
		if (parameter.isAnnotationPresent(QueryFields.class)) {
			queryComponents(parameter.getType()).keySet().forEach((name) -> sent.put(name, true));
		}
		else if (!parameter.isAnnotationPresent(PathVariable.class)) {
			Set<String> optional = optionalComponents(parameter.getType());
			this.route.bodyFields().forEach((name) -> sent.put(name, optional.contains(name)));
		}
		return sent;
	}

	/**
	 * Return the components of a record by the names of their query parameters.
	 */
	static Map<String, RecordComponent> queryComponents(Class<?> type) {
		Map<String, RecordComponent> components = new TreeMap<>();
		for (RecordComponent component : type.getRecordComponents()) {
			if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
				components.putAll(queryComponents(component.getType()));
			}
			else {
				components.put(snakeCase(component.getName()), component);
			}
		}
		return components;
	}

	private static Set<String> optionalComponents(Class<?> type) {
		if (!type.isRecord()) {
			return Set.of();
		}
		return Arrays.stream(type.getRecordComponents())
			.filter((component) -> isNullable(component.getAnnotatedType())
					&& !component.getAccessor().isAnnotationPresent(JsonInclude.class))
			.map((component) -> snakeCase(component.getName()))
			.collect(Collectors.toSet());
	}

	/**
	 * Return whether the method sends a body, which may be an empty object.
	 */
	boolean sendsBody() {
		return Set.of("POST", "PUT", "PATCH").contains(this.route.http().method())
				|| Arrays.stream(exchange(this.method).getParameters())
					.anyMatch((parameter) -> parameter.isAnnotationPresent(BodyField.class)
							|| parameter.isAnnotationPresent(RequestBody.class));
	}

	/**
	 * Return whether the response is a list, according to the contract or, if it has no
	 * type, to the method.
	 */
	boolean isAnsweredList() {
		return (this.route.responseType() != null) ? this.route.returnsList()
				: this.method.getReturnType() == Flux.class;
	}

	@Override
	public String toString() {
		return this.route + "(" + String.join(", ", parameterNames()) + ")";
	}

}
