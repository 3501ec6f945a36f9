package io.github.crispspring.client;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
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
import io.github.crispspring.ReactiveCrispClient;
import io.github.crispspring.json.CrispJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests every method of every resource client, reactive and blocking, against the
 * contract: calls it with sample arguments and compares the request with that of the
 * official client.
 */
class ResourceContractTests {

	/**
	 * Query parameters that require others.
	 */
	private static final Map<String, Set<String>> NEEDED = Map.of(
			// A search requires a type and a query
			"listConversations ?search_type", Set.of("search_query"), //
			"listConversations ?search_query", Set.of("search_type"),
			// An operator combines the filters of a search
			"listConversations ?search_operator", Set.of("search_type", "search_query"),
			// Changes are requested since a time
			"listConnectWebsitesSince ?filter_configured", Set.of("date_since"), //
			"listConnectWebsitesSince ?include_plan", Set.of("date_since"),
			// The result is sent as an event with the identifier of the list
			"listAnimationMedias ?search_query", Set.of("list_id"));

	/**
	 * Bodies that the official client can send but no method does, and the reasons.
	 */
	private static final Map<String, String> NOT_SENT = Map.of( //
			"updateConversationInbox {}", "version 9 left the inbox out where later ones send null for the main one",
			"abortOngoingCallSessionForConversation without body", "version 9 only, later ones send an object");

	private static final WireMockServer crisp = new WireMockServer(
			WireMockConfiguration.options().dynamicPort().globalTemplating(false));

	private static ReactiveCrispClient client;

	private static CrispClient blockingClient;

	@BeforeAll
	static void start() {
		crisp.start();
		CrispRest rest = CrispRest.builder(WebClient.builder())
			.baseUrl(URI.create(crisp.baseUrl()))
			.credentials(new CrispCredentials("identifier", "key"))
			.build();
		client = new ReactiveCrispClient(rest);
		blockingClient = new CrispClient(rest);
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
		assertThat(ResourceMethod.resources())
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
		Set<String> names = ContractRoute.all().stream().map(ContractRoute::method).collect(Collectors.toSet());
		// A default method with a name of its own is composed of others
		Set<String> java = Arrays.stream(type.getDeclaredMethods())
			.filter((method) -> !method.isSynthetic() && (!method.isDefault() || names.contains(method.getName())))
			.map((method) -> method.getName() + ResourceMethod.pathVariables(method))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(java).isEqualTo(contract);
	}

	static Stream<Object[]> resources() {
		return ResourceMethod.resources()
			.entrySet()
			.stream()
			.map((entry) -> new Object[] { entry.getKey(), entry.getValue() });
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("routes")
	void everyPartOfARouteIsSentByAMethod(ContractRoute route) {
		Set<String> names = new TreeSet<>(route.http().query());
		names.addAll(route.bodyFields());
		assertThat(methodsThatSend(route, names)).as("methods that send %s", names).isNotEmpty();
	}

	static Stream<ContractRoute> routes() throws Exception {
		return ContractRoute.all().stream();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("methods")
	void methodSendsAllItsArguments(ResourceMethod method) throws Exception {
		Set<String> names = new TreeSet<>(method.required());
		names.addAll(method.optional());
		sendsWhatTheContractSays(method, names);
	}

	static Stream<ResourceMethod> methods() throws Exception {
		return ResourceMethod.all();
	}

	@ParameterizedTest(name = "{0} ?{1}")
	@MethodSource("queryParameters")
	void queryParameterIsSentWithoutTheOthers(ContractRoute route, String name) throws Exception {
		Set<String> names = new TreeSet<>(NEEDED.getOrDefault(route.method() + " ?" + name, Set.of()));
		names.add(name);
		List<ResourceMethod> methods = methodsThatSend(route, names).toList();
		assertThat(methods).as("methods that send only %s", names).isNotEmpty();
		for (ResourceMethod method : methods) {
			sendsWhatTheContractSays(method, names);
		}
	}

	static Stream<Object[]> queryParameters() throws Exception {
		return ContractRoute.all()
			.stream()
			.flatMap((route) -> route.http().query().stream().map((name) -> new Object[] { route, name }));
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("optionalFields")
	void optionalFieldOfTheBodyIsSentWithoutTheOthers(ResourceMethod method, String name) throws Exception {
		Set<String> names = new TreeSet<>(method.required());
		names.add(name);
		sendsWhatTheContractSays(method, names);
	}

	static Stream<Object[]> optionalFields() throws Exception {
		return ResourceMethod.all()
			.flatMap((method) -> method.optional()
				.stream()
				.filter((name) -> method.route().bodyFields().contains(name))
				.map((name) -> new Object[] { method, name }));
	}

	@ParameterizedTest(name = "{0} to {1}")
	@MethodSource("bodyVariants")
	void bodyIsSentInEachVariant(ContractRoute.Variant variant, String path) throws Exception {
		List<ResourceMethod> methods = methodsThatSend(variant.route(), variant.names())
			.filter((method) -> method.sendsBody() == variant.hasBody())
			.toList();
		if (NOT_SENT.containsKey(variant.toString())) {
			assertThat(methods).as("methods that send what none is to send").isEmpty();
			return;
		}
		assertThat(methods).as("methods that send %s", variant).isNotEmpty();
		for (ResourceMethod method : methods) {
			sendsWhatTheContractSays(method, variant.names());
		}
	}

	static Stream<Object[]> bodyVariants() throws Exception {
		return ContractRoute.all()
			.stream()
			.flatMap(ContractRoute::variants)
			.map((variant) -> new Object[] { variant, variant.route().path(Map.of()) });
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("pagedRoutes")
	void noMethodLeavesOutThePage(ContractRoute route) throws Exception {
		assertThat(ResourceMethod.of(route)).allMatch((method) -> method.parameterNames().contains("pageNumber"));
	}

	static Stream<ContractRoute> pagedRoutes() throws Exception {
		return ContractRoute.all().stream().filter((route) -> route.variables().contains("pageNumber"));
	}

	private static Stream<ResourceMethod> methodsThatSend(ContractRoute route, Set<String> names) {
		return ResourceMethod.of(route).filter((method) -> method.canSend(names));
	}

	private static void sendsWhatTheContractSays(ResourceMethod method, Set<String> names) throws Exception {
		crisp.resetRequests();
		crisp.stubFor(WireMock.any(WireMock.anyUrl())
			.willReturn(WireMock.okJson("{\"error\":false,\"reason\":\"resolved\",\"data\":%s}"
				.formatted(method.isAnsweredList() ? "[]" : "{}"))));
		SampleCall call = new SampleCall(method, names);

		call.make(target(method.route()));
		call.makeBlocking(blockingTarget(method.route()));

		List<LoggedRequest> requests = crisp.findAll(WireMock.anyRequestedFor(WireMock.anyUrl()));
		assertThat(requests).hasSize(2).allSatisfy((request) -> {
			assertThat(request.getMethod().getName()).isEqualTo(method.route().http().method());
			assertThat(request.getUrl().replaceFirst("\\?.*", "")).isEqualTo(call.expectedPath());
			assertThat(query(request)).isEqualTo(call.expectedQuery());
			assertThat(withoutMilliseconds(body(request))).isEqualTo(withoutMilliseconds(call.expectedBody()));
		});
	}

	/**
	 * Normalize times, as some examples of the contract have no milliseconds.
	 */
	private static @Nullable JsonNode withoutMilliseconds(@Nullable JsonNode body) {
		return (body != null) ? CrispJson.mapper().readTree(body.toString().replace(".000Z\"", "Z\"")) : null;
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

	private static Object blockingTarget(ContractRoute route) {
		return switch (route.service()) {
			case "website" -> blockingClient.website();
			case "plugin" -> blockingClient.plugin();
			case "plan" -> blockingClient.plan();
			case "media" -> blockingClient.media();
			case "bucket" -> blockingClient.bucket();
			default -> throw new IllegalStateException(route.service());
		};
	}

	private static Map<String, String> query(LoggedRequest request) {
		Map<String, String> query = new LinkedHashMap<>();
		request.getQueryParams().forEach((name, values) -> query.put(name, values.firstValue()));
		return query;
	}

	private static @Nullable JsonNode body(LoggedRequest request) {
		byte[] body = request.getBody();
		if (body.length == 0) {
			return null;
		}
		assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
		return CrispJson.mapper().readTree(body);
	}

}
