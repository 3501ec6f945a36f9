package io.github.crispspring.readme;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the documents against what they describe.
 */
class ReadmeTests {

	private static final Path ROOT = Path.of("..");

	@ParameterizedTest
	@ValueSource(strings = { "README.md" })
	void everyJavaSnippetCompiles(String document) throws Exception {
		StringBuilder compiled = new StringBuilder();
		for (String file : List.of("Snippets", "ServletSecurity", "ReactiveSecurity")) {
			compiled.append(withoutSpace(
					Files.readString(Path.of("src/test/java/io/github/crispspring/readme/" + file + ".java"))));
		}
		assertThat(Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
			.matcher(Files.readString(ROOT.resolve(document)))
			.results()
			.map((match) -> match.group(1))).isNotEmpty()
			.allSatisfy((snippet) -> assertThat(compiled).contains(withoutSpace(snippet)));
	}

	@Test
	void everyPropertyIsInTheTableWithItsDefaultAndDescription() throws Exception {
		Map<String, String> documented = Pattern.compile("^\\| `(crisp\\.[^`]+)` \\| (.*) \\|$", Pattern.MULTILINE)
			.matcher(Files.readString(ROOT.resolve("README.md")))
			.results()
			.collect(Collectors.toMap((match) -> match.group(1), (match) -> match.group(2), (one, other) -> one,
					TreeMap::new));
		assertThat(documented).isEqualTo(metadata());
	}

	private static Map<String, String> metadata() throws Exception {
		JsonNode metadata = JsonMapper.shared()
			.readTree(Files.readAllBytes(Path.of("target/classes/META-INF/spring-configuration-metadata.json")));
		return StreamSupport.stream(metadata.get("properties").spliterator(), false)
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
