package io.github.crispspring.autoconfigure;

import java.lang.reflect.Type;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.crispspring.client.bucket.BucketClient;
import io.github.crispspring.client.bucket.ReactiveBucketClient;
import io.github.crispspring.client.media.MediaClient;
import io.github.crispspring.client.media.ReactiveMediaClient;
import io.github.crispspring.client.plan.PlanClient;
import io.github.crispspring.client.plan.ReactivePlanClient;
import io.github.crispspring.client.plugin.PluginClient;
import io.github.crispspring.client.plugin.ReactivePluginClient;
import io.github.crispspring.client.website.ReactiveWebsiteClient;
import io.github.crispspring.client.website.WebsiteClient;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.message.MessageContent;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.service.annotation.HttpExchange;

/**
 * {@link RuntimeHintsRegistrar} for all records that are read from or written to JSON,
 * for what Jackson reads and writes them with, and for the interfaces of the clients. The
 * types are found by a scan when the native image is built, so that none is missing.
 */
final class CrispRuntimeHints implements RuntimeHintsRegistrar {

	private static final List<String> PACKAGES = List.of("client", "event", "json", "message", "model", "rtm",
			"webhook");

	private static final List<Class<?>> CLIENTS = List.of(WebsiteClient.class, PluginClient.class, PlanClient.class,
			MediaClient.class, BucketClient.class, ReactiveWebsiteClient.class, ReactivePluginClient.class,
			ReactivePlanClient.class, ReactiveMediaClient.class, ReactiveBucketClient.class);

	private final BindingReflectionHintsRegistrar binding = new BindingReflectionHintsRegistrar();

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		Type[] records = types(classLoader, CrispRuntimeHints::isRecord).toArray(Type[]::new);
		this.binding.registerReflectionHints(hints.reflection(), records);
		types(classLoader, CrispRuntimeHints::isJacksonHandler)
			.forEach((type) -> hints.reflection().registerType(type, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS));
		types(classLoader, CrispRuntimeHints::isExchange).forEach((type) -> registerExchange(hints, type));
		CLIENTS.forEach((type) -> hints.proxies().registerJdkProxy(type));
		registerSealed(hints, CrispEvent.class);
		registerSealed(hints, MessageContent.class);
		hints.resources().registerPattern("io/github/crispspring/client/version.txt");
		hints.resources().registerPattern("io/github/crispspring/replicas/schema-*.sql");
	}

	/**
	 * Register an interface, for which a proxy of its own may be created.
	 */
	private void registerExchange(RuntimeHints hints, Class<?> type) {
		hints.reflection().registerType(type, MemberCategory.INVOKE_PUBLIC_METHODS);
		hints.proxies().registerJdkProxy(type);
		hints.proxies().registerJdkProxy(AopProxyUtils.completeJdkProxyInterfaces(type));
	}

	/**
	 * Register permitted subclasses, which are read at runtime.
	 */
	private void registerSealed(RuntimeHints hints, Class<?> type) {
		hints.reflection().registerType(type);
		if (type.isSealed()) {
			Stream.of(type.getPermittedSubclasses()).forEach((permitted) -> registerSealed(hints, permitted));
		}
	}

	private Stream<Class<?>> types(@Nullable ClassLoader classLoader, Predicate<MetadataReader> filter) {
		ClassPathScanningCandidateComponentProvider scanner = new AllTypesScanner();
		scanner.addIncludeFilter(new PredicateFilter(filter));
		return PACKAGES.stream()
			.flatMap((name) -> scanner.findCandidateComponents("io.github.crispspring." + name).stream())
			.map(BeanDefinition::getBeanClassName)
			.map((name) -> ClassUtils.resolveClassName(String.valueOf(name), classLoader));
	}

	private static boolean isRecord(MetadataReader type) {
		return Record.class.getName().equals(type.getClassMetadata().getSuperClassName());
	}

	/**
	 * Return whether Jackson may create an instance of the type, which an annotation of
	 * this project names.
	 */
	private static boolean isJacksonHandler(MetadataReader type) {
		String superClass = type.getClassMetadata().getSuperClassName();
		return superClass != null && superClass.startsWith("tools.jackson.databind.");
	}

	private static boolean isExchange(MetadataReader type) {
		return type.getClassMetadata().isInterface()
				&& type.getAnnotationMetadata().hasAnnotatedMethods(HttpExchange.class.getName());
	}

	private record PredicateFilter(Predicate<MetadataReader> predicate) implements TypeFilter {

		@Override
		public boolean match(MetadataReader type, MetadataReaderFactory factory) {
			return this.predicate.test(type);
		}

	}

	/**
	 * Scanner that also finds interfaces and types that could not be components.
	 */
	private static final class AllTypesScanner extends ClassPathScanningCandidateComponentProvider {

		AllTypesScanner() {
			super(false);
		}

		@Override
		protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
			return true;
		}

	}

}
