package io.github.crispspring.readme;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.CrispEventTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the documents and the metadata against what they describe.
 */
class ReadmeTests {

	private static final Path ROOT = Path.of("..");

	@ParameterizedTest
	@ValueSource(strings = { "README.md" })
	void everyJavaSnippetCompiles(String document) throws Exception {
		String compiled = withoutSpace(compiled());
		assertThat(Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
			.matcher(Files.readString(ROOT.resolve(document)))
			.results()
			.map((match) -> match.group(1))).isNotEmpty()
			.allSatisfy((snippet) -> assertThat(compiled).contains(withoutSpace(snippet)));
	}

	/**
	 * What needs more than the starter is compiled where that is on the classpath.
	 */
	private static String compiled() throws Exception {
		Path integration = ROOT.resolve("integration-tests/src/test/java/io/github/crispspring");
		Path test = ROOT.resolve("crisp-spring-boot-test/src/test/java/io/github/crispspring/readme");
		StringBuilder compiled = new StringBuilder();
		for (Path home : List.of(Path.of("src/test/java/io/github/crispspring/readme"), test,
				integration.resolve("readme"), integration.resolve("durable"), integration.resolve("fanout"))) {
			try (Stream<Path> files = Files.list(home)) {
				for (Path file : files.sorted().toList()) {
					compiled.append(Files.readString(file));
				}
			}
		}
		return compiled.toString();
	}

	@Test
	void everyPropertyIsInTheTableWithItsDefaultAndDescription() throws Exception {
		String readme = Files.readString(ROOT.resolve("README.md"));
		Map<String, String> documented = Pattern.compile("^\\| `(crisp\\.[^`]+)` \\| (.*) \\|$", Pattern.MULTILINE)
			.matcher(readme.substring(readme.indexOf("## Properties")))
			.results()
			.collect(Collectors.toMap((match) -> match.group(1), (match) -> match.group(2), (one, other) -> one,
					TreeMap::new));
		assertThat(documented).isEqualTo(metadata());
	}

	/**
	 * Links to other sites are not followed, as no test depends on the network.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "benchmarks/README.md" })
	void everyLinkWithinTheProjectLeadsSomewhere(String document) throws Exception {
		Path file = ROOT.resolve(document);
		String text = Files.readString(file);
		List<String> headings = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE)
			.matcher(text)
			.results()
			.map((heading) -> "#"
					+ heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
			.toList();
		assertThat(Pattern.compile("\\]\\(([^)]+)\\)")
			.matcher(text)
			.results()
			.map((link) -> link.group(1))
			.filter((link) -> !link.startsWith("https://")))
			.allMatch((link) -> link.startsWith("#") ? headings.contains(link)
					: Files.exists(file.resolveSibling(link.replaceFirst("#.*", ""))));
	}

	@Test
	void editorsOfferTheNamesOfAllEvents() throws Exception {
		JsonNode hint = StreamSupport.stream(json().get("hints").spliterator(), false)
			.filter((each) -> each.get("name").asString().equals("crisp.rtm.events"))
			.findFirst()
			.orElseThrow();
		assertThat(hint.get("values").valueStream().map((value) -> value.get("value").asString()))
			.containsExactlyElementsOf(CrispEventTypes.namesOf(CrispEvent.class));
	}

	private static JsonNode json() throws Exception {
		return JsonMapper.shared()
			.readTree(Files.readAllBytes(Path.of("target/classes/META-INF/spring-configuration-metadata.json")));
	}

	private static Map<String, String> metadata() throws Exception {
		return StreamSupport.stream(json().get("properties").spliterator(), false)
			.filter((property) -> property.get("name").asString().startsWith("crisp."))
			.collect(Collectors.toMap((property) -> property.get("name").asString(), ReadmeTests::row,
					(one, other) -> one, TreeMap::new));
	}

	private static String row(JsonNode property) {
		String value = property.path("defaultValue").asString("");
		return (value.isEmpty() ? "" : "`" + value + "` ") + "| " + property.get("description").asString();
	}

	private static String withoutSpace(String text) {
		return text.replaceAll("\\s+", "");
	}

}
