package io.github.crispspring.embedded.test;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.support.AnnotationConfigContextLoader;
import org.springframework.test.context.support.TestPropertySourceUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EmbeddedCrispContextCustomizerFactory}.
 */
class EmbeddedCrispContextCustomizerFactoryTests {

	private static final String PROPERTY = "crisp.rtm.enabled";

	private final EmbeddedCrispContextCustomizerFactory factory = new EmbeddedCrispContextCustomizerFactory();

	@Test
	void realtimeConnectionThatTheApplicationDisablesIsEnabledWithoutAWebServer() {
		assertThat(rtmEnabled(new GenericApplicationContext())).isEqualTo("true");
	}

	@Test
	void realtimeConnectionIsNotChangedWithAWebServer() {
		assertThat(rtmEnabled(new AnnotationConfigServletWebServerApplicationContext())).isEqualTo("false");
	}

	@Test
	void realtimeConnectionIsNotChangedIfTheTransportIsConfigured() {
		GenericApplicationContext context = new GenericApplicationContext();
		TestPropertySourceUtils.addInlinedPropertiesToEnvironment(context, "crisp.embedded.transport=webhook");
		assertThat(rtmEnabled(context)).isEqualTo("false");
	}

	@Test
	void propertyOfTheTestTakesPrecedence() {
		GenericApplicationContext context = new GenericApplicationContext();
		TestPropertySourceUtils.addInlinedPropertiesToEnvironment(context, PROPERTY + "=false");
		assertThat(rtmEnabled(context)).isEqualTo("false");
	}

	@Test
	void testWithoutTheAnnotationIsNotCustomized() {
		assertThat(this.factory.createContextCustomizer(Object.class, List.of())).isNull();
	}

	@Test
	void customizersAreEqualSoThatContextsAreCached() {
		assertThat(customizer()).isEqualTo(customizer()).hasSameHashCodeAs(customizer());
	}

	private ContextCustomizer customizer() {
		ContextCustomizer customizer = this.factory.createContextCustomizer(Annotated.class, List.of());
		assertThat(customizer).isNotNull();
		return customizer;
	}

	private String rtmEnabled(ConfigurableApplicationContext context) {
		context.getEnvironment()
			.getPropertySources()
			.addLast(new MapPropertySource("application", Map.of(PROPERTY, "false")));
		customizer().customizeContext(context,
				new MergedContextConfiguration(Annotated.class, null, null, null, new AnnotationConfigContextLoader()));
		return context.getEnvironment().getRequiredProperty(PROPERTY);
	}

	@AutoConfigureEmbeddedCrisp
	private static final class Annotated {

	}

}
