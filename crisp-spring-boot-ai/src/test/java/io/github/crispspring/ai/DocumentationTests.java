package io.github.crispspring.ai;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests the documentation of this module against its code. To update the table of the
 * properties: {@code ./mvnw test -pl crisp-spring-boot-ai -am -Dtest=DocumentationTests
 * -Dsurefire.failIfNoSpecifiedTests=false -Ddocumentation.update=true}.
 */
class DocumentationTests {

	private static final Path DOCS = Path.of("../docs");

	private static final String BEGIN = "<!-- generated: properties -->\n";

	private static final String END = "\n<!-- end -->";

	@ParameterizedTest
	@ValueSource(strings = { "ai.md", "recipes/mcp-server.md", "recipes/support-bot.md" })
	void everyJavaSnippetIsCompiled(String page) throws IOException {
		String compiled = sources();
		assertThat(blocks(page, "java")).isNotEmpty()
			.allSatisfy((snippet) -> assertThat(compiled).contains(withoutSpace(snippet)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ai.md", "recipes/mcp-server.md", "recipes/support-bot.md" })
	void versionsAreThoseOfTheBuild(String page) throws IOException {
		String pom = Files.readString(Path.of("pom.xml"));
		String springAi = version(pom, "spring-ai.version");
		String project = version(pom, "version");
		assertThat(blocks(page, "xml")).isNotEmpty()
			.allSatisfy(
					(snippet) -> assertThat(Pattern.compile("<groupId>(.*)</groupId>(?s:.*?)<version>(.*)</version>")
						.matcher(snippet)
						.results()).isNotEmpty()
						.allSatisfy((dependency) -> assertThat(dependency.group(2))
							.isEqualTo(dependency.group(1).equals("org.springframework.ai") ? springAi : project)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ai.md", "recipes/mcp-server.md", "recipes/support-bot.md" })
	void everyPropertyOfAnExampleExists(String page) throws IOException {
		Set<String> known = new HashSet<>();
		for (URL metadata : Collections
			.list(getClass().getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
			try (InputStream json = metadata.openStream()) {
				JsonMapper.shared()
					.readTree(json)
					.path("properties")
					.forEach((property) -> known.add(property.path("name").asString()));
			}
		}
		assertThat(blocks(page, "properties").stream()
			.flatMap(String::lines)
			.map((line) -> line.substring(0, line.indexOf('=')))).isNotEmpty().allMatch(known::contains);
	}

	@Test
	void everyToolIsListed() throws IOException {
		String page = Files.readString(DOCS.resolve("ai.md"));
		try (AiTester tester = new AiTester()) {
			assertThat(AiTester.names(tester.tools(true)))
				.allSatisfy((name) -> assertThat(page).contains("`" + name + "`"));
		}
	}

	@Test
	void propertiesAreThoseOfTheMetadata() throws IOException {
		String expected = properties().sorted(Comparator.comparing((property) -> property.path("name").asString()))
			.map((property) -> "| `%s` | %s | %s |".formatted(property.path("name").asString(), defaultValue(property),
					property.path("description").asString()))
			.collect(Collectors.joining("\n", "| Property | Default | Description |\n|---|---|---|\n", ""));
		Path page = DOCS.resolve("ai.md");
		String text = Files.readString(page);
		int begin = text.indexOf(BEGIN) + BEGIN.length();
		int end = text.indexOf(END, begin);
		if (Boolean.getBoolean("documentation.update")) {
			text = text.substring(0, begin) + expected + text.substring(end);
			Files.writeString(page, text);
			end = text.indexOf(END, begin);
		}
		assertThat(text.substring(begin, end)).isEqualTo(expected);
	}

	@Test
	void everyPropertyIsDescribed() throws IOException {
		assertThat(properties()).hasSize(9)
			.allSatisfy((property) -> assertThat(property.path("description").asString("")).isNotEmpty());
	}

	private static Stream<JsonNode> properties() throws IOException {
		return JsonMapper.shared()
			.readTree(Files.readAllBytes(Path.of("target/classes/META-INF/spring-configuration-metadata.json")))
			.path("properties")
			.valueStream()
			.filter((property) -> property.path("name").asString().startsWith("crisp.ai."));
	}

	private static String defaultValue(JsonNode property) {
		String value = property.path("defaultValue").asString("");
		return value.isEmpty() ? "" : "`" + value + "`";
	}

	private static List<String> blocks(String page, String language) throws IOException {
		return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
			.matcher(Files.readString(DOCS.resolve(page)))
			.results()
			.map((match) -> match.group(1))
			.toList();
	}

	private static String version(String pom, String element) {
		return Pattern.compile("<" + element + ">(.*)</" + element + ">")
			.matcher(pom)
			.results()
			.map((MatchResult match) -> match.group(1))
			.findFirst()
			.orElseThrow();
	}

	private static String sources() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
			List<Path> sources = files.filter((file) -> file.toString().endsWith(".java")).toList();
			StringBuilder text = new StringBuilder();
			for (Path source : sources) {
				text.append(withoutSpace(Files.readString(source)));
			}
			return text.toString();
		}
	}

	private static String withoutSpace(String text) {
		return text.replaceAll("\\s+", "");
	}

}
