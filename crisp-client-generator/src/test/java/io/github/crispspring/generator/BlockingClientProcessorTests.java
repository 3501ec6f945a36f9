package io.github.crispspring.generator;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the processor generates from sources that are compiled here.
 */
class BlockingClientProcessorTests {

	private static final String MAY_BE_EMPTY = "package io.github.crispspring.client; public @interface MayBeEmpty {}";

	private static final String DEFAULTS = """
			package io.github.crispspring.client;
			public final class ReactiveDefaults {
				public static <B, R> R on(Class<B> blockingType, B blocking, Class<R> reactiveType) {
					throw new UnsupportedOperationException();
				}
			}
			""";

	@TempDir
	Path generated;

	@Test
	void resultsAreUnwrapped() {
		assertThat(generate("""
				Mono<Thing> one(String id);
				Mono<Void> nothing(String id);
				Mono<Boolean> check(String id);
				Flux<Thing> list(int page);
				Mono<Map<String, Thing>> map();
				""")).contains("\tThing one(String id);")
			.contains("\tvoid nothing(String id);")
			.contains("\tboolean check(String id);")
			.contains("\tList<Thing> list(int page);")
			.contains("\tMap<String, Thing> map();");
	}

	@Test
	void resultThatMayBeMissingIsNullable() {
		assertThat(generate("@MayBeEmpty Mono<Thing> one(); @MayBeEmpty Mono<Boolean> check();"))
			.contains("\t@Nullable Thing one();")
			.contains("\t@Nullable Boolean check();")
			.doesNotContain("MayBeEmpty");
	}

	@Test
	void annotationsAndNullnessAreCarriedOver() {
		assertThat(generate("""
				@Deprecated(since = "1")
				Mono<Thing> one(@Nullable String id, Map<String, @Nullable Object> values);
				""")).contains("@Deprecated(\n\t\t\tsince = \"1\"\n\t)")
			.contains("one(@Nullable String id, Map<String, @Nullable Object> values);");
	}

	@Test
	void documentationIsCarriedOverWithTheTypesThatItRefersTo() {
		assertThat(generate("""
				/**
				 * Read one thing. Fails with {@link Failure}, costs $1.
				 * @param id the identifier
				 * @return the thing
				 * @see Thing
				 */
				Mono<Thing> one(String id);
				"""))
			.contains("\t/**\n\t * Read one thing. Fails with {@link Failure}, costs $1.\n"
					+ "\t * @param id the identifier\n\t * @return the thing\n\t * @see Thing\n\t */")
			.contains("import a.Failure;");
	}

	@Test
	void documentationOfAMethodWithoutResultHasNoReturnTag() {
		assertThat(generate("""
				/**
				 * Delete one thing.
				 * @param id the identifier
				 * @return a signal that the thing
				 * has been deleted
				 * @see Thing
				 */
				Mono<Void> delete(String id);
				""")).contains("the identifier\n\t * @see Thing\n")
			.doesNotContain("@return")
			.doesNotContain("has been");
	}

	@Test
	void defaultMethodCallsThatOfTheReactiveClient() {
		assertThat(generate("""
				Flux<Thing> list(int page, @Nullable String name);
				default Flux<Thing> list(int page) { return list(page, null); }
				""")).containsIgnoringWhitespaces("""
				default List<Thing> list(int page) {
					return ReactiveDefaults.on(ThingClient.class, this, ReactiveThingClient.class)
						.list(page)
						.collectList().block();
				}
				""");
	}

	@Test
	void clientOfOtherClientsExtendsTheBlockingOnes() {
		compile(source("ReactiveThingClient", ""), source("ReactiveAllClient extends ReactiveThingClient",
				"default ReactiveThingClient thing() { return this; }"));
		assertThat(read("AllClient")).contains("interface AllClient extends ThingClient")
			.contains("\tdefault ThingClient thing() {\n\t\treturn this;");
	}

	@Test
	void typeThatTheDocumentationRefersToMustBeFound() {
		assertThat(compile(source("ReactiveThingClient", "/** See {@link Elsewhere}. */ Mono<Thing> one();")))
			.anySatisfy((message) -> assertThat(message).contains("'Elsewhere'").contains("write its qualified name"));
	}

	@Test
	void methodMustReturnAMonoOrAFlux() {
		assertThat(compile(source("ReactiveThingClient", "Thing one();")))
			.anySatisfy((message) -> assertThat(message).contains("return a Mono"));
	}

	@Test
	void otherTypesAreLeftAlone() {
		assertThat(compile(source("Unrelated", ""))).isEmpty();
		assertThat(this.generated.resolve("a/b/Unrelated.java")).doesNotExist();
	}

	private String generate(String body) {
		assertThat(compile(source("ReactiveThingClient", body))).isEmpty();
		return read("ThingClient");
	}

	private String read(String name) {
		try {
			return Files.readString(this.generated.resolve("a/b/" + name + ".java"));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static JavaFileObject source(String declaration, String body) {
		return file("a.b." + declaration.replaceFirst(" .*", ""), """
				package a.b;
				import java.util.Map;
				import a.Failure;
				import io.github.crispspring.client.MayBeEmpty;
				import org.jspecify.annotations.Nullable;
				import reactor.core.publisher.Flux;
				import reactor.core.publisher.Mono;
				public interface %s { %s }
				""".formatted(declaration, body));
	}

	/**
	 * Compile sources and return the errors.
	 */
	private List<String> compile(JavaFileObject... sources) {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
		List<JavaFileObject> all = Stream.concat(Stream.of(sources),
				Stream.of(file("a.b.Thing", "package a.b; public class Thing {}"),
						file("a.Failure", "package a; public class Failure extends RuntimeException {}"),
						file("io.github.crispspring.client.MayBeEmpty", MAY_BE_EMPTY),
						file("io.github.crispspring.client.ReactiveDefaults", DEFAULTS)))
			.toList();
		JavaCompiler.CompilationTask task = compiler.getTask(null, null, diagnostics,
				List.of("-d", this.generated.toString(), "-s", this.generated.toString()), null, all);
		task.setProcessors(List.of(new BlockingClientProcessor()));
		task.call();
		return diagnostics.getDiagnostics()
			.stream()
			.filter((diagnostic) -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
			.map((diagnostic) -> diagnostic.getMessage(Locale.ROOT))
			.toList();
	}

	private static JavaFileObject file(String name, String source) {
		return new SimpleJavaFileObject(URI.create("string:///" + name.replace('.', '/') + ".java"),
				JavaFileObject.Kind.SOURCE) {

			@Override
			public CharSequence getCharContent(boolean ignoreEncodingErrors) {
				return source;
			}

		};
	}

}
