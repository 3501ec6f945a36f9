package io.github.crispspring.autoconfigure;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.tools.ToolProvider;

import io.github.crispspring.CrispClient;
import io.github.crispspring.CrispClients;
import io.github.crispspring.client.website.conversation.ReactiveWebsiteConversationClient;
import io.github.crispspring.client.website.conversation.WebsiteConversationClient;
import io.github.crispspring.upload.CrispUploads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.FileSystemGeneratedFiles;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.javapoet.ClassName;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the clients of named accounts in an application that was processed ahead of
 * time.
 */
class AccountClientsAotTests {

	private static final TestPropertyValues BUILD = TestPropertyValues.of("crisp.accounts.acme.identifier=build",
			"crisp.accounts.acme.key=${not.known.during.the.build}", "crisp.accounts.b.identifier=build");

	private static final TestPropertyValues RUNTIME = TestPropertyValues.of("crisp.accounts.acme.identifier=i",
			"crisp.accounts.acme.key=k", "crisp.accounts.b.identifier=i", "crisp.accounts.b.key=k",
			"crisp.accounts.later.identifier=i", "crisp.accounts.later.key=k");

	@Test
	void accountsOfTheBuildAreInjectedWithValuesOfTheRuntime(@TempDir Path generated) throws Exception {
		ClassName initializer = process(generated);
		Path classes = Files.createDirectory(generated.resolve("compiled"));
		compile(generated.resolve("sources"), classes);
		define(classes);
		try (GenericApplicationContext context = new GenericApplicationContext()) {
			RUNTIME.applyTo(context);
			initialize(context, initializer);
			context.refresh();
			Qualified bean = context.getBean(Qualified.class);
			CrispClients clients = context.getBean(CrispClients.class);
			assertThat(bean.acme()).isSameAs(clients.get("acme"));
			assertThat(bean.conversations()).isSameAs(clients.get("b").website());
			assertThat(bean.reactive()).isSameAs(clients.reactive("acme").website());
			assertThat(bean.uploads()).isSameAs(context.getBean("acme#crispUploads"));
			assertThat(clients.names()).containsExactly("acme", "b", "later");
			assertThat(context.containsBean("later#crispClient")).isFalse();
		}
	}

	private static ClassName process(Path generated) {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			BUILD.applyTo(context);
			context.register(Application.class);
			DefaultGenerationContext generation = new DefaultGenerationContext(
					new ClassNameGenerator(ClassName.get(Application.class)), new FileSystemGeneratedFiles(
							(kind) -> generated.resolve(kind.name().toLowerCase(Locale.ROOT) + "s")));
			ClassName initializer = new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
			generation.writeGeneratedContent();
			return initializer;
		}
	}

	private static void compile(Path sources, Path classes) throws IOException {
		List<String> arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-Xlint:none", "-d",
				classes.toString(), "-cp", System.getProperty("java.class.path")));
		try (var files = Files.walk(sources)) {
			files.filter((file) -> file.toString().endsWith(".java")).map(Path::toString).forEach(arguments::add);
		}
		ByteArrayOutputStream errors = new ByteArrayOutputStream();
		int result = ToolProvider.getSystemJavaCompiler().run(null, null, errors, arguments.toArray(String[]::new));
		assertThat(result).as(errors.toString()).isZero();
	}

	/**
	 * Define the generated classes in the class loader of the tests, as they access
	 * members of the same package. The name of each begins with that of a class of its
	 * package.
	 */
	private static void define(Path classes) throws Exception {
		try (var files = Files.walk(classes)) {
			for (Path file : files.filter((each) -> each.toString().endsWith(".class")).toList()) {
				String host = classes.relativize(file).toString().split("__")[0].replace('_', '$')
					.replace(File.separatorChar, '.');
				MethodHandles.privateLookupIn(Class.forName(host), MethodHandles.lookup())
					.defineClass(Files.readAllBytes(file));
			}
		}
	}

	@SuppressWarnings("unchecked")
	private static void initialize(GenericApplicationContext context, ClassName initializer) throws Exception {
		Class<?> type = Class.forName(initializer.reflectionName());
		((ApplicationContextInitializer<GenericApplicationContext>) type.getDeclaredConstructor().newInstance())
			.initialize(context);
	}

	record Qualified(@Qualifier("acme") CrispClient acme, @Qualifier("b") WebsiteConversationClient conversations,
			@Qualifier("acme") ReactiveWebsiteConversationClient reactive, @Qualifier("acme") CrispUploads uploads) {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ ReactiveHttpClientAutoConfiguration.class, WebClientAutoConfiguration.class,
			CrispAutoConfiguration.class, CrispClientAutoConfiguration.class, CrispAccountsAutoConfiguration.class,
			CrispListenerAutoConfiguration.class })
	@Import(Qualified.class)
	static class Application {

	}

}
