package io.github.crispspring.embedded.test;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.TestPropertySourceUtils;
import org.springframework.util.ClassUtils;

/**
 * Enables the realtime connection of the application in a test without a web server, as
 * the embedded Crisp sends events over it. The application may have disabled it, or may
 * receive the events of the real Crisp by webhook. Inlined properties of the test take
 * precedence.
 */
final class EmbeddedCrispContextCustomizerFactory implements ContextCustomizerFactory {

	@Override
	public @Nullable ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> attributes) {
		return TestContextAnnotationUtils.hasAnnotation(testClass, AutoConfigureEmbeddedCrisp.class)
				? new RtmContextCustomizer() : null;
	}

	/**
	 * All customizers are equal, so that application contexts are cached.
	 */
	private record RtmContextCustomizer() implements ContextCustomizer {

		private static final boolean WEB_SERVER_PRESENT = ClassUtils.isPresent(
				"org.springframework.boot.web.server.context.WebServerApplicationContext",
				RtmContextCustomizer.class.getClassLoader());

		@Override
		public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
			boolean server = WEB_SERVER_PRESENT && context instanceof WebServerApplicationContext;
			if (!server && !context.getEnvironment().containsProperty("crisp.embedded.transport")) {
				enableRtm(context.getEnvironment());
			}
		}

		private static void enableRtm(ConfigurableEnvironment environment) {
			MutablePropertySources sources = environment.getPropertySources();
			MapPropertySource source = new MapPropertySource("embeddedCrispRtm", Map.of("crisp.rtm.enabled", true));
			String test = TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME;
			if (sources.contains(test)) {
				sources.addAfter(test, source);
			}
			else {
				sources.addFirst(source);
			}
		}

	}

}
