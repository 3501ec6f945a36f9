package io.github.crispspring.autoconfigure;

import java.util.function.Predicate;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.crispspring.client.website.ReactiveWebsiteClient;
import io.github.crispspring.client.website.WebsiteClient;
import io.github.crispspring.client.website.conversation.ReactiveWebsiteConversationClient;
import io.github.crispspring.client.website.conversation.WebsiteConversationClient;
import io.github.crispspring.event.MessageSend;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
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
				&& !type.getPackageName().matches(".*\\.(autoconfigure|dispatch|listener|replicas|test|testsupport)(\\..*)?"));
	}

	@ParameterizedTest
	@MethodSource("exchanges")
	void clientCanBeCreatedForInterface(Class<?> type) {
		assertThat(RuntimeHintsPredicates.proxies().forInterfaces(type)).accepts(hints);
		assertThat(RuntimeHintsPredicates.proxies().forInterfaces(AopProxyUtils.completeJdkProxyInterfaces(type)))
			.accepts(hints);
		for (var method : type.getDeclaredMethods()) {
			assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(method)).accepts(hints);
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

	@Test
	void permittedSubclassesAreRegistered() {
		assertThat(RuntimeHintsPredicates.reflection().onType(MessageSend.class.getInterfaces()[0])).accepts(hints);
	}

	@Test
	void versionResourceIsRegistered() {
		assertThat(RuntimeHintsPredicates.resource().forResource("io/github/crispspring/client/version.txt"))
			.accepts(hints);
	}

	private static Stream<Class<?>> types(Predicate<JavaClass> filter) {
		return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages("io.github.crispspring")
			.stream()
			.filter(filter)
			.map(JavaClass::reflect);
	}

}
