package io.github.crispspring.client;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.crispspring.ReactiveCrispClient;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.core.Nullness;
import org.springframework.web.bind.annotation.RequestBody;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests rules for every method of every resource client.
 */
class RouteRulesTests {

	private static final Path SOURCES = Path.of("src/main/java");

	private static final Pattern DOCUMENTED = Pattern.compile("\n\t/\\*\\*(.*?)\\*/(.*?)(?:;|\\{)\n", Pattern.DOTALL);

	private static final Pattern METHOD = Pattern.compile("(\\w+)\\(([^()]*)\\)", Pattern.DOTALL);

	@RegisterExtension
	static WireMockExtension crisp = RestTester.server();

	@RegisterExtension
	static WireMockExtension otherHost = RestTester.server();

	private final ReactiveCrispClient client = new ReactiveCrispClient(
			RestTester.connectTo(crisp).retry(CrispRetry.none()).build());

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("requiredParameters")
	void nullForARequiredParameterIsRejectedBeforeTheRequest(ResourceMethod method, String name) {
		int index = method.parameterNames().indexOf(name);
		SampleCall call = sampleCall(method).with(index, null);
		assertThatIllegalArgumentException().isThrownBy(() -> call.make(target(method)))
			.withMessageContaining(name)
			.withMessageContaining("must not be null");
		crisp.verify(0, anyRequestedFor(anyUrl()));
	}

	static Stream<Object[]> requiredParameters() throws Exception {
		return ResourceMethod.all()
			.flatMap((method) -> Arrays.stream(method.method().getParameters())
				.filter((parameter) -> !parameter.getType().isPrimitive()
						&& Nullness.forParameter(parameter) == Nullness.NON_NULL)
				.map((parameter) -> new Object[] { method, parameter.getName() }));
	}

	@ParameterizedTest(name = "{0} {1}.{2}")
	@MethodSource("requiredComponents")
	void nullInARequiredComponentOfTheBodyIsRejectedBeforeTheRequest(ResourceMethod method, String parameter,
			String component) {
		int index = method.parameterNames().indexOf(parameter);
		SampleCall call = sampleCall(method);
		Record complete = (Record) call.argument(index);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> call.with(index, without(component, complete)).make(target(method)))
			.withMessageContaining("%s' must not be null", component);
		crisp.verify(0, anyRequestedFor(anyUrl()));
	}

	static Stream<Object[]> requiredComponents() throws Exception {
		return ResourceMethod.all()
			.flatMap((method) -> Arrays.stream(method.method().getParameters())
				.filter((parameter) -> parameter.isAnnotationPresent(RequestBody.class)
						&& parameter.getType().isRecord())
				.flatMap((parameter) -> requiredComponents(method, parameter)));
	}

	private static Stream<Object[]> requiredComponents(ResourceMethod method, Parameter parameter) {
		return Arrays.stream(parameter.getType().getRecordComponents())
			.filter((component) -> !component.getType().isPrimitive()
					&& Nullness.forMethodReturnType(component.getAccessor()) == Nullness.NON_NULL)
			.map((component) -> new Object[] { method, parameter.getName(), component.getName() });
	}

	private static Record without(String name, Record record) throws Exception {
		RecordComponent[] components = record.getClass().getRecordComponents();
		Object[] values = new Object[components.length];
		for (int i = 0; i < components.length; i++) {
			values[i] = components[i].getName().equals(name) ? null : components[i].getAccessor().invoke(record);
		}
		Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
		try {
			return record.getClass().getDeclaredConstructor(types).newInstance(values);
		}
		catch (InvocationTargetException ex) {
			throw (Exception) ex.getTargetException();
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("methods")
	void redirectIsAnErrorAndIsNotFollowed(ResourceMethod method) {
		otherHost.stubFor(any(anyUrl()).willReturn(okJson("{}")));
		crisp.stubFor(any(anyUrl()).willReturn(
				WireMock.aResponse().withStatus(307).withHeader("Location", otherHost.baseUrl() + "/v1/stolen")));
		assertThatExceptionOfType(CrispApiException.class).isThrownBy(() -> sampleCall(method).make(target(method)))
			.withMessageContaining("redirects are not followed")
			.satisfies((ex) -> assertThat(ex.getStatusCode().value()).isEqualTo(307));
		crisp.verify(1, anyRequestedFor(anyUrl()));
		otherHost.verify(0, anyRequestedFor(anyUrl()));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("methods")
	void onlyA2xxStatusIsSuccessful(ResourceMethod method) throws Exception {
		for (int status : new int[] { 304, 399 }) {
			crisp.stubFor(any(anyUrl()).willReturn(WireMock.aResponse().withStatus(status)));
			assertThatExceptionOfType(CrispApiException.class).isThrownBy(() -> sampleCall(method).make(target(method)))
				.satisfies((ex) -> assertThat(ex.getStatusCode().value()).isEqualTo(status));
		}
		for (int status : new int[] { 200, 202, 206 }) {
			crisp.stubFor(any(anyUrl()).willReturn(
					okJson("{\"data\":%s}".formatted(method.isAnsweredList() ? "[]" : "{}")).withStatus(status)));
			sampleCall(method).make(target(method));
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("methods")
	void documentationStatesTheTiers(ResourceMethod method) throws IOException {
		List<String> tiers = method.route().tiers();
		String expected = (tiers != null) ? Map
			.of(Set.of("user"), "Available to the user tier only.", Set.of("plugin"), "Available to the plugin tier.",
					Set.of("user", "plugin"), "Available to the user, plugin and website tiers.")
			.get(Set.copyOf(tiers)) : "Crisp does not document which tiers may call this method.";
		assertThat(documentation(method)).contains(expected);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("methods")
	void routeThatCrispReplacedIsDeprecated(ResourceMethod method) throws IOException {
		boolean replaced = documentation(method).contains("Uses the route of the former storage of the help desk");
		assertThat(method.method().isAnnotationPresent(Deprecated.class)).isEqualTo(replaced);
	}

	static Stream<ResourceMethod> methods() throws Exception {
		return ResourceMethod.all();
	}

	private static SampleCall sampleCall(ResourceMethod method) {
		Set<String> names = new TreeSet<>(method.required());
		names.addAll(method.optional());
		return new SampleCall(method, names);
	}

	private Object target(ResourceMethod method) {
		return switch (method.route().service()) {
			case "website" -> this.client.website();
			case "plugin" -> this.client.plugin();
			case "plan" -> this.client.plan();
			case "media" -> this.client.media();
			case "bucket" -> this.client.bucket();
			default -> throw new IllegalStateException(method.route().service());
		};
	}

	/**
	 * Return the Javadoc of a method on one line.
	 */
	private static String documentation(ResourceMethod method) throws IOException {
		Class<?> type = method.method().getDeclaringClass();
		String source = Files.readString(SOURCES.resolve(type.getName().replace('.', '/') + ".java"));
		String declaration = method.method().getName() + method.parameterNames();
		List<String> found = DOCUMENTED.matcher(source)
			.results()
			.filter((documented) -> declaration(documented.group(2)).equals(declaration))
			.map((documented) -> documented.group(1).replaceAll("\\s*\n\\s*\\*\\s*", " "))
			.toList();
		assertThat(found).as("documentation of %s", method).hasSize(1);
		return found.get(0);
	}

	private static String declaration(String source) {
		String plain = source.replaceAll("@\\w+(\\([^)]*\\))?", "");
		while (plain.contains("<")) {
			plain = plain.replaceAll("<[^<>]*>", "");
		}
		Matcher method = METHOD.matcher(plain);
		assertThat(method.find()).as(source).isTrue();
		return method.group(1) + Arrays.stream(method.group(2).split(","))
			.map(String::strip)
			.map((parameter) -> parameter.substring(parameter.lastIndexOf(' ') + 1))
			.filter((name) -> !name.isEmpty())
			.toList();
	}

}
