package io.github.crispspring.client;

import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import io.github.crispspring.json.CrispJson;
import io.github.crispspring.json.CustomData;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.util.Assert;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.HttpServiceArgumentResolver;
import org.springframework.web.service.invoker.ReactiveHttpRequestValues;
import org.springframework.web.util.UriBuilderFactory;

/**
 * Converts the arguments of a client method to a request. It writes bodies itself, as the
 * codecs of the {@code WebClient} belong to the application.
 */
final class CrispRequestArguments implements HttpServiceArgumentResolver, HttpRequestValues.Processor {

	/**
	 * Request attribute with the route and the names of its variables. {@link WebClient}
	 * stores the URI template in the same attribute, so that observations and exceptions
	 * contain the same route.
	 */
	static final String ROUTE_ATTRIBUTE = WebClient.class.getName() + ".uriTemplate";

	/**
	 * Request attribute with the {@link MethodTraits} of the client method.
	 */
	static final String METHOD_ATTRIBUTE = CrispRequestArguments.class.getName() + ".method";

	private static final Pattern UPPER_CASE = Pattern.compile("\\p{Lu}");

	private static final String SEVERAL_SEGMENTS = "{*";

	private static final byte[] EMPTY_OBJECT = { '{', '}' };

	private final Supplier<UriBuilderFactory> uris;

	private final Map<Method, MethodTraits> methods = new ConcurrentHashMap<>();

	/**
	 * Create an instance.
	 * @param uris supplier of the factory that expands the URI templates
	 */
	CrispRequestArguments(Supplier<UriBuilderFactory> uris) {
		this.uris = uris;
	}

	@Override
	public boolean resolve(@Nullable Object argument, MethodParameter parameter, HttpRequestValues.Builder values) {
		SentValues.assertSendable(argument, parameter);
		if (parameter.hasParameterAnnotation(QueryFields.class)) {
			if (argument != null) {
				addQuery(argument, values);
			}
			return true;
		}
		return parameter.hasParameterAnnotation(BodyField.class) || parameter.hasParameterAnnotation(RequestBody.class);
	}

	private void addQuery(Object filters, HttpRequestValues.Builder values) {
		SentValues.tree(filters).forEachEntry((name, value) -> addQuery(name, text(value), values));
	}

	private void addQuery(String name, String text, HttpRequestValues.Builder values) {
		SentValues.assertWellFormed(name, text);
		values.addRequestParameter(name, text);
	}

	/**
	 * Format a value for a path or a query.
	 */
	static String text(Object value) {
		return (value instanceof Instant time) ? CrispJson.text(time)
				: text(CrispJson.mapper().<JsonNode>valueToTree(value));
	}

	private static String text(JsonNode value) {
		if (value.isBoolean()) {
			return value.booleanValue() ? "1" : "0";
		}
		if (value.isFloatingPointNumber()) {
			return value.decimalValue().stripTrailingZeros().toPlainString();
		}
		return value.isContainer() ? value.toString() : value.asString();
	}

	@Override
	public void process(Method method, MethodParameter[] parameters, @Nullable Object[] arguments,
			HttpRequestValues.Builder values) {
		values.addAttribute(ROUTE_ATTRIBUTE, route(values.getUriTemplate()));
		values.addAttribute(METHOD_ATTRIBUTE, this.methods.computeIfAbsent(method, MethodTraits::of));
		if (!hasUriBuilderFactory(parameters)) {
			values.setUriBuilderFactory(this.uris.get());
		}
		Object body = null;
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		for (int i = 0; i < parameters.length; i++) {
			if (parameters[i].hasParameterAnnotation(PathVariable.class)) {
				applyPathVariable(parameters[i].getParameterName(), String.valueOf(arguments[i]), values);
			}
			else if (parameters[i].hasParameterAnnotation(RequestBody.class)) {
				body = ownForm(parameters[i], arguments[i]);
				Assert.notNull(body, () -> "The body of %s must not be null".formatted(method.getName()));
			}
			else {
				addField(parameters[i], arguments[i], fields);
			}
		}
		if (body == null && hasField(parameters)) {
			body = fields;
		}
		applyBody(method.getName(), body, values);
	}

	/**
	 * Create the request for a route without a client method.
	 */
	HttpRequestValues values(HttpMethod method, String uriTemplate, Map<String, ?> variables, Map<String, ?> query,
			@Nullable Object body) {
		HttpRequestValues.Builder values = ReactiveHttpRequestValues.builder();
		values.setHttpMethod(method);
		values.setUriTemplate(uriTemplate);
		values.setUriBuilderFactory(this.uris.get());
		values.addAttribute(ROUTE_ATTRIBUTE, route(uriTemplate));
		variables.forEach((name, value) -> {
			Assert.notNull(value, () -> "'%s' must not be null".formatted(name));
			String segment = text(value);
			SentValues.assertWellFormed(name, segment);
			values.setUriVariable(name, segment);
			applyPathVariable(name, segment, values);
		});
		query.forEach((name, value) -> {
			if (value != null) {
				addQuery(name, text(value), values);
			}
		});
		applyBody(method + " " + uriTemplate, body, values);
		SentValues.assertComplete("body", body);
		return values.build();
	}

	private void applyBody(String call, @Nullable Object body, HttpRequestValues.Builder values) {
		if (body != null || sendsBody(values.getHttpMethod())) {
			values.setBodyValue((body != null) ? SentValues.json(call, body) : EMPTY_OBJECT);
			if (values.getContentType() != null) {
				// An interface of the application declares a type
				values.setContentType(MediaType.APPLICATION_JSON);
			}
		}
	}

	/**
	 * Return the declared template, before variables for segments and the query are
	 * added.
	 */
	private String route(@Nullable String template) {
		return (template != null) ? template.replace(SEVERAL_SEGMENTS, "{") : "";
	}

	/**
	 * Check a path variable. A variable declared as <code>{*name}</code> can have several
	 * segments. It is replaced by one variable per segment, as slashes in a variable are
	 * encoded.
	 */
	private void applyPathVariable(@Nullable String name, String argument, HttpRequestValues.Builder values) {
		String template = values.getUriTemplate();
		String segmentsVariable = SEVERAL_SEGMENTS + name + "}";
		if (template == null || !template.contains(segmentsVariable)) {
			assertSafeSegment(name, argument);
			return;
		}
		StringJoiner variables = new StringJoiner("/");
		String[] segments = argument.split("/", -1);
		Assert.isTrue(Arrays.stream(segments).noneMatch(String::isBlank), () -> ("'%s' must consist of one or more "
				+ "segments separated by single slashes, without empty segments")
			.formatted(name));
		for (int i = 0; i < segments.length; i++) {
			assertSafeSegment(name, segments[i]);
			variables.add("{%s%d}".formatted(name, i));
			values.setUriVariable(name + i, segments[i]);
		}
		values.setUriTemplate(template.replace(segmentsVariable, variables.toString()));
	}

	/**
	 * Reject values that change the route: with an empty identifier, the route of a
	 * resource is the route of its collection, and dots refer to a parent path.
	 */
	private void assertSafeSegment(@Nullable String name, String segment) {
		Assert.isTrue(!segment.isBlank() && !segment.equals(".") && !segment.equals(".."),
				() -> "'%s' must not be empty, '.' or '..'".formatted(name));
	}

	private void addField(MethodParameter parameter, @Nullable Object argument, Map<String, @Nullable Object> fields) {
		BodyField field = parameter.getParameterAnnotation(BodyField.class);
		if (field != null && argument != null) {
			fields.put(fieldName(field, parameter), ownForm(parameter, argument));
		}
	}

	/**
	 * Convert custom data with Jackson's defaults rather than with the mapper for Crisp.
	 */
	private @Nullable Object ownForm(MethodParameter parameter, @Nullable Object argument) {
		return (argument instanceof Map<?, ?> map && CustomData.isTypeOf(parameter.getGenericParameterType()))
				? CustomData.toTree(map) : argument;
	}

	private String fieldName(BodyField field, MethodParameter parameter) {
		if (!field.value().isEmpty()) {
			return field.value();
		}
		String name = parameter.getParameterName();
		Assert.state(name != null, "Compile with '-parameters' to name body fields");
		return snakeCase(name);
	}

	private String snakeCase(String name) {
		return UPPER_CASE.matcher(name).replaceAll((letter) -> "_" + letter.group().toLowerCase(Locale.ROOT));
	}

	/**
	 * Return whether an interface of the application provides the factory.
	 */
	private boolean hasUriBuilderFactory(MethodParameter[] parameters) {
		for (MethodParameter parameter : parameters) {
			if (UriBuilderFactory.class.isAssignableFrom(parameter.getParameterType())) {
				return true;
			}
		}
		return false;
	}

	private boolean hasField(MethodParameter[] parameters) {
		for (MethodParameter parameter : parameters) {
			if (parameter.hasParameterAnnotation(BodyField.class)) {
				return true;
			}
		}
		return false;
	}

	private boolean sendsBody(@Nullable HttpMethod method) {
		return HttpMethod.POST.equals(method) || HttpMethod.PUT.equals(method) || HttpMethod.PATCH.equals(method);
	}

}
