package io.github.crispspring.embedded.documentation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the documentation to what it describes.
 */
class DocumentationTests {

	private static final Path DOCUMENT = Path.of("../docs/embedded.md");

	@Test
	void everyJavaSnippetIsCompiled() throws Exception {
		String compiled = withoutSpace(Files
			.readString(Path.of("src/test/java/io/github/crispspring/embedded/documentation/GreeterTests.java")));
		assertThat(Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
			.matcher(Files.readString(DOCUMENT))
			.results()
			.map((match) -> withoutSpace(match.group(1)))).isNotEmpty()
			.allSatisfy((snippet) -> assertThat(compiled).contains(snippet));
	}

	@Test
	void everyPropertyIsDescribed() throws Exception {
		String document = Files.readString(DOCUMENT);
		JsonNode metadata = JsonMapper.shared()
			.readTree(new ClassPathResource("META-INF/spring-configuration-metadata.json").getContentAsByteArray());
		assertThat(metadata.path("properties")
			.valueStream()
			.map((property) -> property.path("name").asString())
			.filter((name) -> name.startsWith("crisp.embedded."))).hasSize(4)
			.allSatisfy((name) -> assertThat(document).contains("| `" + name + "` |"));
	}

	private static String withoutSpace(String text) {
		return text.replaceAll("\\s+", "").replaceAll("/\\*\\*.*?\\*/", "");
	}

}
