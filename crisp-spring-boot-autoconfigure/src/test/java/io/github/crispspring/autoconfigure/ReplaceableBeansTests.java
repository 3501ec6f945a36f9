package io.github.crispspring.autoconfigure;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.annotation.Bean;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A bean of the application takes the place of ours.
 */
class ReplaceableBeansTests {

	@ParameterizedTest
	@MethodSource("beans")
	void beanStepsBackForOneOfTheApplication(Method bean) {
		assertThat(bean).satisfies((method) -> assertThat(method.isAnnotationPresent(ConditionalOnMissingBean.class))
			.as("%s is conditional on a missing bean", method)
			.isTrue());
	}

	/**
	 * All beans that an application could want to replace: those of types that it can
	 * name.
	 */
	static Stream<Method> beans() {
		return ImportCandidates.load(AutoConfiguration.class, null)
			.getCandidates()
			.stream()
			.filter((name) -> name.startsWith("io.github.crispspring."))
			.map((name) -> ClassUtils.resolveClassName(name, null))
			.flatMap((type) -> Stream.concat(Stream.of(type), Stream.of(type.getDeclaredClasses())))
			.flatMap((type) -> Stream.of(type.getDeclaredMethods()))
			.filter((method) -> method.isAnnotationPresent(Bean.class))
			.filter((method) -> Modifier.isPublic(method.getReturnType().getModifiers()));
	}

}
