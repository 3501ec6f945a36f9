package io.github.crispspring.client;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.crispspring.CrispClient;
import io.github.crispspring.ReactiveCrispClient;
import io.github.crispspring.client.bucket.ReactiveBucketClient;
import io.github.crispspring.client.media.ReactiveMediaClient;
import io.github.crispspring.client.plan.ReactivePlanClient;
import io.github.crispspring.client.plugin.ReactivePluginClient;
import io.github.crispspring.client.website.ReactiveWebsiteClient;
import io.github.crispspring.client.website.conversation.CrispConversation;
import io.github.crispspring.client.website.conversation.ReactiveCrispConversation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;

import org.springframework.core.Nullness;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The blocking and the reactive clients have the same methods.
 */
class ClientStylesTests {

	private static final List<Class<?>> COMPOSITES = List.of(ReactiveWebsiteClient.class, ReactivePluginClient.class,
			ReactivePlanClient.class, ReactiveMediaClient.class, ReactiveBucketClient.class);

	static Stream<Class<?>> clients() {
		return COMPOSITES.stream().flatMap((type) -> Stream.concat(Stream.of(type), Stream.of(type.getInterfaces())));
	}

	@Test
	void thereAreClientsForAllResources() {
		assertThat(clients()).hasSize(25);
	}

	@ParameterizedTest
	@MethodSource("clients")
	void blockingClientHasTheMethodsOfTheReactiveOne(Class<?> reactive) throws Exception {
		assertThat(signatures(BlockingPeer.of(reactive))).isEqualTo(signatures(reactive));
	}

	@ParameterizedTest
	@MethodSource("clients")
	void blockingClientExtendsThoseOfTheSameResources(Class<?> reactive) throws Exception {
		assertThat(Arrays.stream(BlockingPeer.of(reactive).getInterfaces()).map(Class::getName))
			.containsExactlyElementsOf(
					Arrays.stream(reactive.getInterfaces()).map((type) -> withoutStyle(type.getName())).toList());
	}

	static Stream<Method> methods() {
		return clients().flatMap((type) -> Arrays.stream(type.getDeclaredMethods()))
			.filter((method) -> !method.isSynthetic() && !COMPOSITES.contains(method.getDeclaringClass()));
	}

	@ParameterizedTest
	@MethodSource("methods")
	void resultIsWhatTheReactiveMethodEmits(Method reactive) throws Exception {
		Method blocking = BlockingPeer.of(reactive);
		Type emitted = ((ParameterizedType) reactive.getGenericReturnType()).getActualTypeArguments()[0];
		if (reactive.getReturnType() == Flux.class) {
			assertThat(blocking.getReturnType()).isEqualTo(List.class);
			assertThat(((ParameterizedType) blocking.getGenericReturnType()).getActualTypeArguments()[0])
				.isEqualTo(emitted);
		}
		else if (emitted == Void.class) {
			assertThat(blocking.getReturnType()).isEqualTo(void.class);
		}
		else if (emitted == Boolean.class) {
			assertThat(blocking.getReturnType()).isEqualTo(boolean.class);
		}
		else {
			assertThat(blocking.getGenericReturnType()).isEqualTo(emitted);
		}
	}

	@ParameterizedTest
	@MethodSource("methods")
	void resultIsNullableWhereTheReactiveOneMayBeEmpty(Method reactive) throws Exception {
		assertThat(Nullness.forMethodReturnType(BlockingPeer.of(reactive)) == Nullness.NULLABLE)
			.isEqualTo(reactive.isAnnotationPresent(MayBeEmpty.class));
	}

	@ParameterizedTest
	@MethodSource("methods")
	void annotationsAndNullnessAreTheSame(Method reactive) throws Exception {
		Method blocking = BlockingPeer.of(reactive);
		assertThat(annotations(blocking.getAnnotations())).isEqualTo(annotations(reactive.getAnnotations()));
		Parameter[] parameters = reactive.getParameters();
		for (int i = 0; i < parameters.length; i++) {
			Parameter parameter = blocking.getParameters()[i];
			assertThat(parameter.getName()).isEqualTo(parameters[i].getName());
			assertThat(annotations(parameter.getAnnotations())).isEqualTo(annotations(parameters[i].getAnnotations()));
			assertThat(parameter.getAnnotatedType()).isEqualTo(parameters[i].getAnnotatedType());
		}
	}

	@ParameterizedTest
	@MethodSource("methods")
	void defaultMethodIsADefaultMethodInBothStyles(Method reactive) throws Exception {
		assertThat(BlockingPeer.of(reactive).isDefault()).isEqualTo(reactive.isDefault());
	}

	@Test
	void blockingClientOffersWhatTheReactiveOneDoes() {
		assertThat(signatures(CrispClient.class)).isEqualTo(signatures(ReactiveCrispClient.class));
		assertThat(signatures(CrispClient.Builder.class)).isEqualTo(signatures(ReactiveCrispClient.Builder.class));
	}

	@Test
	void blockingConversationOffersWhatTheReactiveOneDoes() {
		assertThat(signatures(CrispConversation.class)).isEqualTo(signatures(ReactiveCrispConversation.class));
	}

	@ParameterizedTest
	@MethodSource("composites")
	void compositeOffersEachOfItsResourcesByName(Class<?> composite) {
		assertThat(Arrays.stream(composite.getDeclaredMethods()).map(Method::getReturnType))
			.containsExactlyInAnyOrder(composite.getInterfaces());
	}

	static Stream<Class<?>> composites() throws Exception {
		List<Class<?>> blocking = new ArrayList<>();
		for (Class<?> composite : COMPOSITES) {
			blocking.add(BlockingPeer.of(composite));
		}
		return Stream.concat(COMPOSITES.stream(), blocking.stream());
	}

	private static Set<String> signatures(Class<?> type) {
		return Arrays.stream(type.getDeclaredMethods())
			.filter((method) -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
			.map((method) -> method.getName() + Arrays.stream(method.getParameterTypes()).map(Class::getName).toList())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> annotations(Annotation[] annotations) {
		return Arrays.stream(annotations)
			.filter((annotation) -> annotation.annotationType() != MayBeEmpty.class)
			.map(Annotation::toString)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static String withoutStyle(String name) {
		return ClassUtils.getPackageName(name) + "." + ClassUtils.getShortName(name).replaceFirst("^Reactive", "");
	}

}
