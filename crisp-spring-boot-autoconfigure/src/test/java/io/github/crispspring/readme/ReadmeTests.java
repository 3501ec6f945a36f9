package io.github.crispspring.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.crispspring.event.CrispEvent;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the README, the pages in {@code docs} and the other documents: examples
 * compile, links and names exist.
 */
class ReadmeTests {

	private static final Path ROOT = Path.of("..");

	/**
	 * Examples that need more than the starter are compiled where that is on the class
	 * path.
	 */
	private static final List<String> EXAMPLES = List.of(
			"crisp-spring-boot-autoconfigure/src/test/java/io/github/crispspring/readme",
			"crisp-spring-boot-test/src/test/java/io/github/crispspring/readme",
			"crisp-spring-boot-embedded/src/test/java", "crisp-spring-boot-ai/src/test/java",
			"sample-app/src/main/java/io/github/crispspring/example",
			"integration-tests/src/test/java/io/github/crispspring/readme",
			"integration-tests/src/test/java/io/github/crispspring/durable",
			"integration-tests/src/test/java/io/github/crispspring/fanout");

	private static final String KOTLIN_EXAMPLES = "crisp-spring-boot-test/src/test/kotlin";

	private static final Pattern IMPORT = Pattern.compile("^(import|package) .*$", Pattern.MULTILINE);

	private static final Pattern EVENT = Pattern.compile("`([a-z_]+(?::[a-z_]+)+)`");

	@Test
	void readmeIsShort() throws IOException {
		assertThat(Files.readAllLines(ROOT.resolve("README.md"))).hasSizeLessThanOrEqualTo(200);
	}

	@ParameterizedTest
	@MethodSource("pages")
	void javaExamplesCompile(Path page) throws IOException {
		assertThat(matches("```java\n(.*?)```", page)).allSatisfy(isPartOf(compiled(EXAMPLES, ".java")));
	}

	@ParameterizedTest
	@MethodSource("pages")
	void kotlinExamplesCompile(Path page) throws IOException {
		assertThat(matches("```kotlin\n(?!// Gradle)(.*?)```", page))
			.allSatisfy(isPartOf(compiled(List.of(KOTLIN_EXAMPLES), ".kt")));
	}

	private static ThrowingConsumer<String> isPartOf(String compiled) {
		String source = withoutSpace(compiled);
		return (example) -> {
			assertThat(source).contains(withoutSpace(IMPORT.matcher(example).replaceAll("")));
			assertThat(IMPORT.matcher(example).results().map(MatchResult::group))
				.filteredOn((line) -> line.startsWith("import"))
				.allSatisfy((line) -> assertThat(source).contains(withoutSpace(line)));
		};
	}

	@ParameterizedTest
	@MethodSource("pages")
	void eventNamesExist(Path page) throws IOException {
		Set<String> names = CrispEvent.namesOf(CrispEvent.class);
		assertThat(matches(EVENT.pattern(), page)).allSatisfy((name) -> assertThat(names).contains(name));
	}

	@ParameterizedTest
	@MethodSource("pages")
	void propertiesExist(Path page) throws IOException {
		Set<String> names = metadata().get("properties")
			.valueStream()
			.map((property) -> property.get("name").asString())
			.collect(Collectors.toSet());
		List<String> meters = matches("(crisp\\.[a-z.]+)", ROOT.resolve("docs/operations.md"));
		assertThat(matches("`(crisp\\.(?!embedded|ai)[a-z.-]*[a-z])(?:=[^`]*)?`", page))
			.allSatisfy((name) -> assertThat(names)
				.anyMatch((known) -> known.equals(name) || known.startsWith(name + ".") || meters.contains(name)));
	}

	/**
	 * Links to other sites are not followed, as no test depends on the network.
	 */
	@ParameterizedTest
	@MethodSource("documents")
	void linksWithinTheProjectLeadSomewhere(Path document) throws IOException {
		assertThat(matches("\\]\\(([^)]+)\\)", document)).filteredOn((link) -> !link.startsWith("https://"))
			.allSatisfy((link) -> {
				String[] parts = link.split("#", 2);
				Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
				assertThat(target).exists();
				if (parts.length > 1) {
					assertThat(headings(target)).contains(parts[1]);
				}
			});
	}

	@Test
	void editorsOfferTheNamesOfAllEvents() throws IOException {
		JsonNode hint = metadata().get("hints")
			.valueStream()
			.filter((each) -> each.get("name").asString().equals("crisp.rtm.events"))
			.findFirst()
			.orElseThrow();
		assertThat(hint.get("values").valueStream().map((value) -> value.get("value").asString()))
			.containsExactlyElementsOf(CrispEvent.namesOf(CrispEvent.class));
	}

	static Stream<Path> pages() throws IOException {
		return Stream.concat(Stream.of(ROOT.resolve("README.md")), files(ROOT.resolve("docs"), ".md"));
	}

	static Stream<Path> documents() throws IOException {
		return Stream.concat(pages(),
				Stream.of("CONTRIBUTING.md", "CHANGELOG.md", "benchmarks/README.md").map(ROOT::resolve));
	}

	private static List<String> headings(Path document) throws IOException {
		return matches("(?m)^#+ ([^\n]*)$", document).stream()
			.map((heading) -> heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
			.toList();
	}

	private static List<String> matches(String pattern, Path document) throws IOException {
		return Pattern.compile(pattern, Pattern.DOTALL)
			.matcher(Files.readString(document))
			.results()
			.map((match) -> match.group(1))
			.toList();
	}

	private static String compiled(List<String> directories, String suffix) throws IOException {
		StringBuilder compiled = new StringBuilder();
		for (String directory : directories) {
			for (Path file : files(ROOT.resolve(directory), suffix).toList()) {
				compiled.append(Files.readString(file));
			}
		}
		return compiled.toString();
	}

	private static Stream<Path> files(Path directory, String suffix) throws IOException {
		try (Stream<Path> files = Files.walk(directory)) {
			return files.filter((file) -> file.toString().endsWith(suffix)).sorted().toList().stream();
		}
	}

	private static JsonNode metadata() throws IOException {
		return JsonMapper.shared()
			.readTree(Files.readAllBytes(Path.of("target/classes/META-INF/spring-configuration-metadata.json")));
	}

	private static String withoutSpace(String text) {
		return text.replaceAll("\\s+", "");
	}

}
