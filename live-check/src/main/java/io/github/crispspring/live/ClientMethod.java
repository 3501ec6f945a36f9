package io.github.crispspring.live;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.QueryFields;
import io.github.crispspring.client.media.ReactiveMediaClient;
import io.github.crispspring.client.plan.ReactivePlanClient;
import io.github.crispspring.client.plugin.ReactivePluginClient;
import io.github.crispspring.client.website.ReactiveWebsiteClient;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.Assert;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.HttpExchange;

/**
 * Method of a client that calls a route, with as few arguments as possible.
 *
 * @param method the method
 */
record ClientMethod(Method method) {

	private static final Map<String, Class<?>> CLIENTS = Stream
		.of(ReactiveWebsiteClient.class, ReactivePluginClient.class, ReactivePlanClient.class,
				ReactiveMediaClient.class)
		.flatMap((composite) -> Arrays.stream(composite.getInterfaces()))
		.collect(Collectors.toMap(
				(client) -> client.getSimpleName().replaceFirst("^Reactive", "").replaceFirst("Client$", ""),
				(client) -> client));

	private static final Duration SINCE = Duration.ofDays(30);

	/**
	 * Return the method for a route.
	 */
	static ClientMethod of(ContractRoute route) {
		Class<?> client = CLIENTS.get(route.resource());
		Assert.state(client != null, () -> "No client for " + route);
		Optional<ClientMethod> method = Arrays.stream(client.getDeclaredMethods())
			.filter((candidate) -> candidate.getName().equals(route.method())
					&& AnnotatedElementUtils.hasAnnotation(candidate, HttpExchange.class))
			.map(ClientMethod::new)
			.filter((candidate) -> candidate.pathVariables().equals(route.variables()))
			.min(Comparator.comparing((candidate) -> candidate.method().getParameterCount()));
		return method.orElseThrow(() -> new IllegalStateException("No method for " + route));
	}

	private Set<String> pathVariables() {
		return Arrays.stream(this.method.getParameters())
			.filter((parameter) -> parameter.isAnnotationPresent(PathVariable.class))
			.map(Parameter::getName)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * Return the parameters for which there is no argument.
	 */
	Set<String> missing(Map<String, String> identifiers) {
		return Arrays.stream(this.method.getParameters())
			.filter((parameter) -> isRequired(parameter) && argument(parameter, identifiers) == null)
			.map(Parameter::getName)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static boolean isRequired(Parameter parameter) {
		return !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
	}

	/**
	 * Create the call.
	 */
	Publisher<?> invoke(CrispRest rest, Map<String, String> identifiers) {
		Object[] arguments = Arrays.stream(this.method.getParameters())
			.map((parameter) -> isRequired(parameter) ? argument(parameter, identifiers) : null)
			.toArray();
		Object result = ReflectionUtils.invokeMethod(this.method, rest.client(this.method.getDeclaringClass()),
				arguments);
		Assert.state(result != null, "A client method must return a publisher");
		return (Publisher<?>) result;
	}

	private static @Nullable Object argument(Parameter parameter, Map<String, String> identifiers) {
		Class<?> type = parameter.getType();
		String identifier = identifiers.get(parameter.getName());
		if (parameter.isAnnotationPresent(QueryFields.class)) {
			return withoutFields(type);
		}
		if (type == Instant.class) {
			return Instant.now().minus(SINCE);
		}
		if (type.isEnum()) {
			return type.getEnumConstants()[0];
		}
		if (parameter.getName().equals("pageNumber")) {
			return 1;
		}
		if (type == boolean.class) {
			return false;
		}
		if (identifier != null && type == long.class) {
			return Long.valueOf(identifier);
		}
		return identifier;
	}

	/**
	 * Create a query that selects nothing in particular.
	 */
	private static Object withoutFields(Class<?> type) {
		RecordComponent[] components = type.getRecordComponents();
		Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
		Object[] values = Arrays.stream(types).map((each) -> (each == boolean.class) ? false : null).toArray();
		try {
			return ReflectionUtils.accessibleConstructor(type, types).newInstance(values);
		}
		catch (InvocationTargetException | NoSuchMethodException | InstantiationException | IllegalAccessException ex) {
			throw new IllegalStateException("Cannot create " + type, ex);
		}
	}

}
