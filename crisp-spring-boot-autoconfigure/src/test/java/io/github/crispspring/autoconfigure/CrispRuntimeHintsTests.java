package io.github.crispspring.autoconfigure;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.crispspring.client.website.ReactiveWebsiteClient;
import io.github.crispspring.client.website.WebsiteClient;
import io.github.crispspring.client.website.conversation.ReactiveWebsiteConversationClient;
import io.github.crispspring.client.website.conversation.WebsiteConversationClient;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.listener.VisitorTextListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.annotation.ReflectiveRuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.web.service.annotation.HttpExchange;

import static org.assertj.core.api.Assertions.assertThat;

class CrispRuntimeHintsTests {

	private static final RuntimeHints hints = new RuntimeHints();

	@BeforeEach
	void register() {
		if (hints.reflection().typeHints().findAny().isEmpty()) {
			SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
				.load(RuntimeHintsRegistrar.class)
				.stream()
				.filter(CrispRuntimeHints.class::isInstance)
				.forEach((registrar) -> registrar.registerHints(hints, getClass().getClassLoader()));
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("records")
	void recordCanBeReadAndWritten(Class<?> type) throws Exception {
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(type)
			.withMemberCategories(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS, MemberCategory.ACCESS_DECLARED_FIELDS))
			.accepts(hints);
		for (var component : type.getRecordComponents()) {
			assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(component.getAccessor())).accepts(hints);
		}
	}

	static Stream<Class<?>> records() {
		return types((type) -> type.isRecord()
				&& !type.getPackageName().matches(".*\\.(autoconfigure|dispatch|listener|replicas|test)(\\..*)?"));
	}

	@ParameterizedTest
	@MethodSource("exchanges")
	void clientCanBeCreatedForInterface(Class<?> type) {
		assertThat(RuntimeHintsPredicates.proxies().forInterfaces(type)).accepts(hints);
		assertThat(RuntimeHintsPredicates.proxies().forInterfaces(AopProxyUtils.completeJdkProxyInterfaces(type)))
			.accepts(hints);
		for (var method : type.getDeclaredMethods()) {
			if (!method.isSynthetic()) {
				assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(method)).accepts(hints);
			}
		}
	}

	static Stream<Class<?>> exchanges() {
		return types((type) -> type.isInterface()
				&& type.getMethods().stream().anyMatch((method) -> method.isMetaAnnotatedWith(HttpExchange.class)));
	}

	@Test
	void clientCanBeCreatedForComposite() {
		assertThat(RuntimeHintsPredicates.proxies().forInterfaces(WebsiteClient.class)).accepts(hints);
		assertThat(RuntimeHintsPredicates.proxies().forInterfaces(ReactiveWebsiteClient.class)).accepts(hints);
		assertThat(exchanges()).contains(WebsiteConversationClient.class, ReactiveWebsiteConversationClient.class);
	}

	@ParameterizedTest
	@MethodSource("handlers")
	void handlerThatJacksonCreatesCanBeCreated(Class<?> handler) throws Exception {
		assertThat(RuntimeHintsPredicates.reflection().onConstructorInvocation(handler.getDeclaredConstructor()))
			.accepts(hints);
	}

	static Stream<Class<?>> handlers() {
		return types((type) -> true).flatMap(CrispRuntimeHintsTests::annotatedElements).flatMap((element) -> {
			JsonDeserialize deserialize = element.getAnnotation(JsonDeserialize.class);
			JsonSerialize serialize = element.getAnnotation(JsonSerialize.class);
			return Stream.concat(
					(deserialize != null) ? Stream.of(deserialize.using(), deserialize.contentUsing()) : Stream.of(),
					(serialize != null) ? Stream.of(serialize.using(), serialize.contentUsing()) : Stream.of());
		})
			.<Class<?>>map((handler) -> handler)
			.filter((handler) -> !Modifier.isAbstract(handler.getModifiers()))
			.distinct();
	}

	@ParameterizedTest
	@MethodSource("creators")
	void factoryMethodThatJacksonCallsCanBeCalled(Method creator) {
		assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(creator)).accepts(hints);
	}

	static Stream<Method> creators() {
		return types((type) -> true).flatMap((type) -> Stream.of(type.getDeclaredMethods()))
			.filter((method) -> method.isAnnotationPresent(JsonCreator.class));
	}

	@Test
	void listenerCanBeCalled() throws Exception {
		RuntimeHints hints = new RuntimeHints();
		new ReflectiveRuntimeHintsRegistrar().registerRuntimeHints(hints, Bot.class);
		assertThat(RuntimeHintsPredicates.reflection()
			.onMethodInvocation(Bot.class.getDeclaredMethod("greet", MessageSend.class))).accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection()
			.onMethodInvocation(Bot.class.getDeclaredMethod("log", MessageSend.class))).accepts(hints);
	}

	@Test
	void permittedSubclassesAreRegistered() {
		assertThat(RuntimeHintsPredicates.reflection().onType(MessageSend.class.getInterfaces()[0])).accepts(hints);
	}

	@Test
	void versionResourceIsRegistered() {
		assertThat(RuntimeHintsPredicates.resource().forResource("io/github/crispspring/client/version.txt"))
			.accepts(hints);
	}

	private static Stream<AnnotatedElement> annotatedElements(Class<?> type) {
		return Stream.of(Stream.of(type), Stream.of(type.getDeclaredFields()), Stream.of(type.getDeclaredMethods()))
			.flatMap((elements) -> elements);
	}

	private static Stream<Class<?>> types(Predicate<JavaClass> filter) {
		return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.withImportOption((location) -> !location.contains("/test-support/"))
			.importPackages("io.github.crispspring")
			.stream()
			.filter(filter)
			.map(JavaClass::reflect);
	}

	static class Bot {

		@VisitorTextListener
		String greet(MessageSend message) {
			return "Hello!";
		}

		@CrispListener
		void log(MessageSend message) {
		}

	}

}
