package io.github.crispspring.readme;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.crispspring.event.CrispEvent;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the generated parts of the documentation with their sources. To update them:
 * {@code ./mvnw test -pl crisp-spring-boot-autoconfigure -am -Dtest=GeneratedPageTests
 * -Dsurefire.failIfNoSpecifiedTests=false -Ddocumentation.update=true}.
 */
class GeneratedPageTests {

	private static final Path DOCS = Path.of("../docs");

	@Test
	void propertiesAreThoseOfTheMetadata() throws Exception {
		Map<String, StringBuilder> tables = new TreeMap<>();
		metadata().path("properties")
			.valueStream()
			.sorted(Comparator.comparing((property) -> property.path("name").asString()))
			.forEach((property) -> tables.computeIfAbsent(group(property), GeneratedPageTests::table)
				.append("\n| `")
				.append(property.path("name").asString())
				.append("` | ")
				.append(defaultValue(property))
				.append(" | ")
				.append(property.path("description").asString().replace("|", "\\|"))
				.append(" |"));
		String expected = String.join("\n\n", tables.values());
		assertThat(new GeneratedPage(DOCS.resolve("properties.md")).part("properties", expected)).isEqualTo(expected);
	}

	@Test
	void methodsAreThoseOfTheContract() throws Exception {
		Map<String, List<JsonNode>> routes = contract("routes").valueStream()
			.collect(Collectors.groupingBy((route) -> route.path("resource").asString(), TreeMap::new,
					Collectors.toList()));
		assertThat(routes.values().stream().mapToInt(List::size).sum()).isEqualTo(260);
		String expected = routes.entrySet()
			.stream()
			.map((resource) -> "### " + resource.getKey() + "\n\n| Node client | This starter |\n|---|---|\n"
					+ resource.getValue().stream().map(GeneratedPageTests::method).collect(Collectors.joining("\n")))
			.collect(Collectors.joining("\n\n"));
		assertThat(new GeneratedPage(DOCS.resolve("migrating-from-node.md")).part("methods", expected))
			.isEqualTo(expected);
	}

	@Test
	void eventsAreThoseOfTheLibrary() throws Exception {
		Map<String, String> types = new TreeMap<>();
		events(CrispEvent.class)
			.forEach((type) -> CrispEvent.namesOf(type).forEach((name) -> types.put(name, type.getSimpleName())));
		assertThat(types).hasSize(83);
		String expected = types.entrySet()
			.stream()
			.map((event) -> "| `" + event.getKey() + "` | `" + event.getValue() + "` |")
			.collect(Collectors.joining("\n", "| Event | Record |\n|---|---|\n", ""));
		assertThat(new GeneratedPage(DOCS.resolve("migrating-from-node.md")).part("events", expected))
			.isEqualTo(expected);
	}

	private static Stream<Class<?>> events(Class<?> type) {
		return type.isRecord() ? Stream.of(type)
				: Stream.of(type.getPermittedSubclasses()).flatMap(GeneratedPageTests::events).distinct();
	}

	private static String method(JsonNode route) {
		String method = route.path("method").asString();
		return "| `" + route.path("service").asString() + "." + method + "` | `" + route.path("resource").asString()
				+ "Client." + method + "` |";
	}

	/**
	 * Properties of one prefix share a table: {@code crisp.rest} contains
	 * {@code crisp.rest.retry.enabled}.
	 */
	private static String group(JsonNode property) {
		String[] parts = StringUtils.delimitedListToStringArray(property.path("name").asString(), ".");
		if (!parts[0].equals("crisp")) {
			return "management";
		}
		return (parts.length > 2) ? parts[0] + "." + parts[1] : parts[0];
	}

	private static StringBuilder table(String group) {
		return new StringBuilder("## `" + group + ".*`\n\n| Property | Default | Description |\n|---|---|---|");
	}

	private static String defaultValue(JsonNode property) {
		String value = property.path("defaultValue").asString("");
		return value.isEmpty() ? "" : "`" + value + "`";
	}

	private static JsonNode metadata() throws IOException {
		return JsonMapper.shared()
			.readTree(Files.readAllBytes(Path.of("target/classes/META-INF/spring-configuration-metadata.json")));
	}

	private static JsonNode contract(String name) throws IOException {
		try (InputStream json = GeneratedPageTests.class.getResourceAsStream("/contract/" + name + ".json")) {
			return JsonMapper.shared().readTree(json);
		}
	}

}
