package io.github.crispspring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests the vocabulary of sources, documents and scripts of all modules against the terms
 * in {@code CONTRIBUTING.md}.
 */
@NullUnmarked
class ProseTests {

	private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

	private static final Pattern SEARCHED = Pattern
		.compile(".*\\.(java|kt|md|ya?ml|js|mjs|html|css|factories)|.*/pom\\.xml|(\\.ci|benchmarks)/[a-z]+");

	private static final Pattern SKIPPED = Pattern.compile("(.*/)?(target|node_modules|\\.git)/.*");

	/**
	 * Contains the terms to search for.
	 */
	private static final String THIS_FILE = ProseTests.class.getSimpleName() + ".java";

	private static final String GLOSSARY_START = "| Avoid | Use |";

	private static List<Line> lines;

	@BeforeAll
	static void readLines() throws IOException {
		try (Stream<Path> files = Files.walk(ROOT)) {
			lines = files.filter(ProseTests::isSearched).flatMap(ProseTests::read).toList();
		}
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiterString = "=>", textBlock = """
			web hooks? => webhook
			(?-i:[wW]ebHook(?!s\\)`)) => webhook
			(?<!connection )\\brefus(e|es|ed|ing|als?)\\b => reject
			(?-i:refus(e|es|ed|al)[A-Z]|[a-z]Refus) => reject
			\\btwins?\\b => duplicates
			\\banew\\b => recreated
			\\b(lest|thereof|whereby)\\b => a shorter sentence
			the other end\\b => server or peer
			at most so many|a good many => the number with its unit
			\\b(told|tells|telling)\\b => report, notify or return
			\\b(room|houses?|doors?)\\b => package, module, entry point or capacity
			sees? to it => ensure
			(?<!please )\\btr(y|ied|ies|ying) again => retry
			\\blanes?\\b => ordered queue
			makes? no sense => malformed
			whichever way => regardless of
			\\bgo(es)? on\\b => continue
			passing (reason|status|error) => transient
			for nothing\\b => a shorter sentence
			\\bdeaf\\b => not connected
			known at once => already available
			\\bits turn\\b => next
			\\b(proofs?|proves?|proved|proving)\\b => verification or verify
			one and the same => the same
			at all events => a shorter sentence
			\\bof no use\\b => has no effect
			\\bdie[sd]?\\b => stop, crash or lost
			""")
	void standardTermIsUsed(String pattern, String standardTerm) {
		Pattern avoided = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
		assertThat(lines).as("Use '%s'", standardTerm)
			.filteredOn((line) -> avoided.matcher(line.text()).find())
			.isEmpty();
	}

	@Test
	void filesOfAllModulesAreSearched() throws IOException {
		String pom = Files.readString(ROOT.resolve("pom.xml"));
		Set<String> searched = lines.stream().map(Line::module).collect(Collectors.toSet());
		assertThat(Pattern.compile("<module>(.*)</module>").matcher(pom).results().map((module) -> module.group(1)))
			.isNotEmpty()
			.allMatch(searched::contains);
	}

	private static boolean isSearched(Path file) {
		String path = ROOT.relativize(file).toString();
		return SEARCHED.matcher(path).matches() && !SKIPPED.matcher(path).matches() && !path.endsWith(THIS_FILE)
				&& Files.isRegularFile(file);
	}

	private static Stream<Line> read(Path file) {
		List<Line> read = new ArrayList<>();
		boolean glossary = false;
		int number = 0;
		for (String text : content(file)) {
			number++;
			glossary = text.equals(GLOSSARY_START) || (glossary && !text.isEmpty());
			if (!glossary) {
				read.add(new Line(ROOT.relativize(file), number, text));
			}
		}
		return read.stream();
	}

	private static List<String> content(Path file) {
		try {
			return Files.readAllLines(file, StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Line of a file.
	 */
	private record Line(Path file, int number, String text) {

		String module() {
			return this.file.getName(0).toString();
		}

		@Override
		public String toString() {
			return this.file + ":" + this.number + " " + this.text.strip();
		}

	}

}
