package io.github.crispspring.client;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.crispspring.CrispClient;
import io.github.crispspring.client.bucket.BucketClient;
import io.github.crispspring.client.media.MediaClient;
import io.github.crispspring.client.plan.PlanClient;
import io.github.crispspring.client.plugin.PluginClient;
import io.github.crispspring.client.website.WebsiteClient;
import io.github.crispspring.json.Clearable;
import io.github.crispspring.json.CrispJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.util.UriUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds every method of every resource client against the contract: calls it with sample
 * arguments and compares what arrives with what the official client sends.
 */
class ResourceContractTests {

	private static final Map<String, Class<?>> RESOURCES = Stream
		.of(WebsiteClient.class, PluginClient.class, PlanClient.class, MediaClient.class, BucketClient.class)
		.flatMap((composite) -> Arrays.stream(composite.getInterfaces()))
		.collect(Collectors.toMap((resource) -> resource.getSimpleName().replaceFirst("Client$", ""),
				(resource) -> resource));

	private static final WireMockServer crisp = new WireMockServer(
			WireMockConfiguration.options().dynamicPort().globalTemplating(false));

	private static CrispClient client;

	@BeforeAll
	static void start() {
		crisp.start();
		client = new CrispClient(CrispRest.builder(WebClient.builder())
			.baseUrl(URI.create(crisp.baseUrl()))
			.credentials("identifier", "key")
			.build());
	}

	@AfterAll
	static void stop() {
		crisp.stop();
	}

	@BeforeEach
	void forgetRequests() {
		crisp.resetAll();
	}

	@Test
	void everyResourceOfTheContractHasAClient() throws Exception {
		assertThat(RESOURCES)
			.containsOnlyKeys(ContractRoute.all().stream().map(ContractRoute::resource).collect(Collectors.toSet()));
	}

	@ParameterizedTest
	@MethodSource("resources")
	void resourceHasTheMethodsOfTheContractAndNoOthers(String resource, Class<?> type) throws Exception {
		Set<String> contract = ContractRoute.all()
			.stream()
			.filter((route) -> route.resource().equals(resource))
			.map((route) -> route.method() + route.variables())
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> java = Arrays.stream(type.getDeclaredMethods())
			.map((method) -> method.getName() + pathVariables(method))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(java).isEqualTo(contract);
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("routesWithMethods")
	void methodSendsWhatTheContractSays(ContractRoute route, Method method) throws Exception {
		crisp.stubFor(WireMock.any(WireMock.anyUrl())
			.willReturn(WireMock.okJson("{\"error\":false,\"reason\":\"resolved\",\"data\":%s}"
				.formatted(answersList(route, method) ? "[]" : "{}"))));
		Sample sample = new Sample(route, method);

		Flux.from((Publisher<?>) method.invoke(target(route), sample.arguments())).blockLast();

		List<LoggedRequest> requests = crisp.findAll(WireMock.anyRequestedFor(WireMock.anyUrl()));
		assertThat(requests).hasSize(1);
		LoggedRequest request = requests.get(0);
		assertThat(request.getMethod().getName()).isEqualTo(route.http().method());
		assertThat(request.getUrl().replaceFirst("\\?.*", "")).isEqualTo(sample.expectedPath());
		assertThat(query(request)).isEqualTo(sample.expectedQuery());
		assertThat(body(request)).isEqualTo(sample.expectedBody());
	}

	static Stream<Object[]> resources() {
		return RESOURCES.entrySet().stream().map((entry) -> new Object[] { entry.getKey(), entry.getValue() });
	}

	static Stream<Object[]> routesWithMethods() throws Exception {
		return ContractRoute.all()
			.stream()
			.filter((route) -> RESOURCES.containsKey(route.resource()))
			.flatMap((route) -> Arrays.stream(RESOURCES.get(route.resource()).getDeclaredMethods())
				.filter((method) -> method.getName().equals(route.method())
						&& pathVariables(method).equals(route.variables()))
				.map((method) -> new Object[] { route, method }));
	}

	/**
	 * The method with the annotations: itself, or the one a default method stands for,
	 * which is the one that has most of its parameters and the fewest others.
	 */
	private static Method exchange(Method method) {
		if (isExchange(method)) {
			return method;
		}
		Set<String> names = parameterNames(method);
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

	private static Set<String> parameterNames(Method method) {
		return Arrays.stream(method.getParameters()).map(Parameter::getName).collect(Collectors.toSet());
	}

	private static Set<String> pathVariables(Method method) {
		return Arrays.stream(exchange(method).getParameters())
			.filter((parameter) -> parameter.isAnnotationPresent(PathVariable.class))
			.map(Parameter::getName)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * Where the contract has no type for the answer, it is what the method expects.
	 */
	private static boolean answersList(ContractRoute route, Method method) {
		return (route.responseType() != null) ? route.returnsList() : method.getReturnType() == Flux.class;
	}

	/**
	 * The field of the body that a parameter becomes.
	 */
	static String fieldName(Parameter parameter) {
		String name = parameter.getAnnotation(BodyField.class).value();
		return name.isEmpty() ? snakeCase(parameter.getName()) : name;
	}

	private static String snakeCase(String name) {
		return name.replaceAll("(\\p{Upper})", "_$1").toLowerCase(Locale.ROOT);
	}

	private static Object target(ContractRoute route) {
		return switch (route.service()) {
			case "website" -> client.website();
			case "plugin" -> client.plugin();
			case "plan" -> client.plan();
			case "media" -> client.media();
			case "bucket" -> client.bucket();
			default -> throw new IllegalStateException(route.service());
		};
	}

	private static Map<String, String> query(LoggedRequest request) {
		Map<String, String> query = new LinkedHashMap<>();
		request.getQueryParams().forEach((name, values) -> query.put(name, values.firstValue()));
		return query;
	}

	private static JsonNode body(LoggedRequest request) {
		byte[] body = request.getBody();
		if (body.length == 0) {
			return null;
		}
		assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
		return CrispJson.mapper().readTree(body);
	}

	/**
	 * Sample arguments for a method, and what the contract says they make.
	 */
	private static final class Sample {

		/**
		 * For the path variables that the contract calls "path", which are several
		 * segments.
		 */
		private static final String TREE_PATH = "setup guide/50%?/install";

		private final ContractRoute route;

		private final Method exchange;

		private final List<Object> arguments = new ArrayList<>();

		private final Map<String, String> path = new LinkedHashMap<>(Map.of("pageNumber", "1"));

		private final Map<String, String> query = new LinkedHashMap<>();

		private final ObjectNode fields = CrispJson.mapper().createObjectNode();

		private JsonNode body;

		Sample(ContractRoute route, Method method) {
			this.route = route;
			this.exchange = exchange(method);
			for (Parameter parameter : method.getParameters()) {
				this.arguments.add(argument(annotated(parameter)));
			}
			alwaysSent();
		}

		private Parameter annotated(Parameter parameter) {
			return Arrays.stream(this.exchange.getParameters())
				.filter((candidate) -> candidate.getName().equals(parameter.getName()))
				.findFirst()
				.orElse(parameter);
		}

		private Object argument(Parameter parameter) {
			String name = parameter.getName();
			if (parameter.isAnnotationPresent(PathVariable.class)) {
				Object value = name.equals("path") ? TREE_PATH : scalar(parameter.getType(), name);
				this.path.put(name, UriUtils.encodePath(text(value), StandardCharsets.UTF_8));
				return value;
			}
			if (parameter.isAnnotationPresent(QueryFields.class)) {
				return filters(parameter.getType());
			}
			if (parameter.isAnnotationPresent(RequestParam.class)) {
				Object value = scalar(parameter.getType(), name);
				this.query.put(parameter.getAnnotation(RequestParam.class).value(), text(value));
				return value;
			}
			JsonNode shape = this.route.http().bodyShape();
			if (parameter.isAnnotationPresent(BodyField.class)) {
				String field = fieldName(parameter);
				assertThat(shape.has(field)).as("the contract has the field '%s'", field).isTrue();
				this.fields.set(field, shape.get(field));
				return convert(shape.get(field), parameter);
			}
			if (parameter.isAnnotationPresent(RequestBody.class)) {
				this.body = withNumericFingerprints(shape);
				return convert(clearing(shape, parameter.getType()), parameter);
			}
			return partOfBody(parameter, shape);
		}

		/**
		 * A parameter that a default method has instead of the whole body.
		 */
		private Object partOfBody(Parameter parameter, JsonNode shape) {
			String field = parameter.getName();
			assertThat(shape.has(field)).as("the contract has the field '%s'", field).isTrue();
			this.body = shape;
			return convert(shape.get(field), parameter);
		}

		private Object convert(JsonNode json, Parameter parameter) {
			return CrispJson.mapper()
				.convertValue(json, CrispJson.mapper().constructType(parameter.getParameterizedType()));
		}

		private Object filters(Class<?> type) {
			RecordComponent[] components = type.getRecordComponents();
			ObjectNode json = CrispJson.mapper().createObjectNode();
			Searches.addTo(type, json, this.query);
			for (String name : this.route.http().query()) {
				for (RecordComponent component : components) {
					if (snakeCase(component.getName()).equals(name) && !json.has(name)) {
						Object value = scalar(component.getType(), name);
						json.putPOJO(name, value);
						this.query.put(name, text(component, value));
					}
				}
			}
			assertThat(this.query.keySet()).as("query parameters")
				.containsExactlyInAnyOrderElementsOf(this.route.http()
					.query()
					.stream()
					.filter((name) -> !isRequestParam(name))
					.collect(Collectors.toSet()));
			return CrispJson.mapper().convertValue(json, type);
		}

		private boolean isRequestParam(String name) {
			return Arrays.stream(this.exchange.getParameters())
				.anyMatch((parameter) -> parameter.isAnnotationPresent(RequestParam.class)
						&& parameter.getAnnotation(RequestParam.class).value().equals(name)
						&& !this.query.containsKey(name));
		}

		private String text(RecordComponent component, Object value) {
			if (value instanceof Instant instant && component.getName().startsWith("timestamp")) {
				return String.valueOf(instant.toEpochMilli());
			}
			return text(value);
		}

		private static String text(Object value) {
			if (value instanceof Boolean flag) {
				return flag ? "1" : "0";
			}
			if (value instanceof Double number) {
				return BigDecimal.valueOf(number).toPlainString();
			}
			return (value instanceof Enum) ? CrispJson.mapper().convertValue(value, String.class)
					: String.valueOf(value);
		}

		private void alwaysSent() {
			List<String> always = this.route.http().queryAlways();
			if (always != null) {
				always.forEach((name) -> this.query.putIfAbsent(name, "0"));
			}
		}

		private static Object scalar(Class<?> type, String name) {
			if (type == int.class || type == Integer.class) {
				return 7;
			}
			if (type == long.class || type == Long.class) {
				return 163239623329114L;
			}
			if (type == double.class || type == Double.class) {
				return 0.00025;
			}
			if (type == boolean.class || type == Boolean.class) {
				return true;
			}
			if (type == Instant.class) {
				return Instant.parse("2026-01-02T03:04:05Z");
			}
			if (type.isEnum()) {
				return type.getEnumConstants()[0];
			}
			assertThat(type).isEqualTo(String.class);
			return "sample-" + name;
		}

		/**
		 * The contract's example has fingerprints as texts, its types (and all other
		 * places) as numbers.
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
		 * The body as it is given to a method: empty texts stand for the {@code null}
		 * that clears one.
		 */
		private static JsonNode clearing(JsonNode shape, Class<?> type) {
			JsonNode copy = shape.deepCopy();
			if (copy instanceof ObjectNode object && type.isRecord()) {
				for (RecordComponent component : type.getRecordComponents()) {
					String name = snakeCase(component.getName());
					if (object.has(name)) {
						boolean clears = object.get(name).isNull()
								&& component.getAccessor().isAnnotationPresent(Clearable.class);
						object.set(name,
								clears ? StringNode.valueOf("") : clearing(object.get(name), component.getType()));
					}
				}
			}
			return copy;
		}

		Object[] arguments() {
			return this.arguments.toArray();
		}

		String expectedPath() {
			return this.route.path(this.path);
		}

		Map<String, String> expectedQuery() {
			return this.query;
		}

		JsonNode expectedBody() {
			if (this.body != null) {
				return CrispJson.mapper().readTree(this.body.toString());
			}
			if (!this.fields.isEmpty()) {
				return CrispJson.mapper().readTree(this.fields.toString());
			}
			boolean hasBody = !Set.of("GET", "HEAD", "DELETE").contains(this.route.http().method());
			return (hasBody || hasOptionalFields()) ? CrispJson.mapper().createObjectNode() : null;
		}

		private boolean hasOptionalFields() {
			return HttpMethod.DELETE.name().equals(this.route.http().method()) && this.route.http().bodyShape() != null;
		}

	}

}
