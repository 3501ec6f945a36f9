package io.github.crispspring.embedded;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.crispspring.client.BodyField;
import io.github.crispspring.client.CrispCredentials;
import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.CrispRetry;
import io.github.crispspring.client.CrispTier;
import io.github.crispspring.client.QueryFields;
import io.github.crispspring.client.bucket.ReactiveBucketClient;
import io.github.crispspring.client.media.ReactiveMediaClient;
import io.github.crispspring.client.plan.ReactivePlanClient;
import io.github.crispspring.client.plugin.ReactivePluginClient;
import io.github.crispspring.client.website.ReactiveWebsiteClient;
import io.github.crispspring.json.CrispJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.service.annotation.HttpExchange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls every method of the clients with data that exists.
 */
class AllRoutesTests {

	private static final Path CONTRACT = Path
		.of("../crisp-spring-boot-autoconfigure/src/test/resources/contract/routes.json");

	private static final Map<String, Class<?>> CLIENTS = Stream
		.of(ReactiveWebsiteClient.class, ReactivePluginClient.class, ReactivePlanClient.class,
				ReactiveMediaClient.class, ReactiveBucketClient.class)
		.flatMap((composite) -> Arrays.stream(composite.getInterfaces()))
		.collect(Collectors.toMap(
				(client) -> client.getSimpleName().replaceFirst("^Reactive", "").replaceFirst("Client$", ""),
				(client) -> client));

	private static EmbeddedCrisp crisp;

	@BeforeAll
	static void start() {
		crisp = EmbeddedCrisp.builder().transport(EmbeddedCrisp.Transport.RTM).start();
	}

	@AfterAll
	static void stop() {
		crisp.close();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("calls")
	void existingDataHasATypedResult(Call call) throws Exception {
		crisp.reset();
		Map<String, String> ids = ExistingData.create(crisp);
		Object client = rest(call.tier()).client(call.method().getDeclaringClass());
		Object[] arguments = Arrays.stream(call.method().getParameters())
			.map((parameter) -> call.argument(parameter, ids))
			.toArray();
		List<Object> results = Flux.<Object>from((Publisher<?>) call.method().invoke(client, arguments))
			.collectList()
			.block();
		assertThat(results).doesNotContain(false);
		if (call.hasData()) {
			assertThat(results).isNotEmpty();
		}
	}

	@Test
	void allMethodsOfTheContractAreCalled() throws Exception {
		assertThat(calls().map(Call::toString).distinct()).hasSize(260);
	}

	@Test
	void allEventsOfTheContractCanBeTriggered() throws Exception {
		Set<String> names = new HashSet<>();
		CrispJson.mapper()
			.readTree(Files.readAllBytes(CONTRACT.resolveSibling("events.json")))
			.forEach((event) -> names.add(event.path("event").asString()));
		assertThat(crisp.events()).containsAll(names).hasSize(83);
	}

	static Stream<Call> calls() throws Exception {
		return CrispJson.mapper()
			.readTree(Files.readAllBytes(CONTRACT))
			.valueStream()
			.flatMap((route) -> Arrays.stream(CLIENTS.get(route.path("resource").asString()).getDeclaredMethods())
				.filter((method) -> method.getName().equals(route.path("method").asString())
						&& AnnotatedElementUtils.hasAnnotation(method, HttpExchange.class))
				.map((method) -> new Call(route, method)));
	}

	private static CrispRest rest(CrispTier tier) {
		return CrispRest.builder(WebClient.builder())
			.baseUrl(crisp.url())
			.credentials(new CrispCredentials(crisp.identifier(), crisp.key(), tier))
			.retry(CrispRetry.none())
			.build();
	}

	record Call(JsonNode route, Method method) {

		CrispTier tier() {
			List<String> tiers = this.route.path("tiers").valueStream().map(JsonNode::asString).toList();
			return (tiers.isEmpty() || tiers.contains("user")) ? CrispTier.USER : CrispTier.PLUGIN;
		}

		boolean hasData() {
			return this.route.path("responseType").isString();
		}

		@Nullable Object argument(Parameter parameter, Map<String, String> ids) {
			String name = parameter.getName();
			JsonNode shape = this.route.path("http").path("bodyShape");
			if (parameter.isAnnotationPresent(PathVariable.class)) {
				String value = name.equals("pageNumber") ? "1" : ids.get(name);
				assertThat(value).as(name).isNotNull();
				return CrispJson.mapper().convertValue(value, parameter.getType());
			}
			if (parameter.isAnnotationPresent(QueryFields.class)) {
				return CrispJson.mapper().convertValue(CrispJson.mapper().createObjectNode(), parameter.getType());
			}
			if (parameter.isAnnotationPresent(RequestParam.class)) {
				return query(parameter);
			}
			if (parameter.isAnnotationPresent(BodyField.class)) {
				String field = parameter.getAnnotation(BodyField.class).value();
				String snake = name.replaceAll("(\\p{Upper})", "_$1").toLowerCase();
				return convert(shape.path(field.isEmpty() ? snake : field), parameter, ids);
			}
			assertThat(parameter.isAnnotationPresent(RequestBody.class)).as(parameter.toString()).isTrue();
			return convert(shape, parameter, ids);
		}

		private static Object query(Parameter parameter) {
			Class<?> type = parameter.getType();
			if (type == Instant.class) {
				return Instant.EPOCH;
			}
			Object value = (type == boolean.class || type == Boolean.class) ? "true"
					: (type == String.class) ? "example.com" : "1";
			return CrispJson.mapper().convertValue(value, type);
		}

		/**
		 * The example of the contract, about what exists.
		 */
		private static Object convert(JsonNode shape, Parameter parameter, Map<String, String> ids) {
			JsonNode body = shape.deepCopy();
			if (body instanceof ObjectNode object && object.has("sessions")) {
				object.putArray("sessions").add(ids.get("sessionId"));
			}
			if (body.isMissingNode()) {
				return null;
			}
			if (body.isArray() && parameter.getName().equals("sessions")) {
				body = CrispJson.mapper().createArrayNode().add(ids.get("sessionId"));
			}
			return CrispJson.mapper()
				.convertValue(body, CrispJson.mapper().constructType(parameter.getParameterizedType()));
		}

		@Override
		public String toString() {
			return this.route.path("resource").asString() + "." + this.method.getName();
		}

	}

}
