package io.github.crispspring;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.crispspring.message.MessageContent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that {@code toString()} of records contains neither texts of conversations nor
 * secrets.
 */
class RecordToStringTests {

	private static final String SAMPLE = "s3cret";

	/**
	 * Names of sensitive components.
	 */
	private static final Pattern SENSITIVE = Pattern.compile(
			"(?i).*(token|secret|password|key|signature|content|excerpt|preview|note|notepad|message|text|comment|html)s?");

	/**
	 * Sensitive components with other names.
	 */
	private static final Set<String> ALSO_SENSITIVE = Set.of("IdentityVerifyRequest.code",
			"IdentityVerifyRequest.confirmUrl", "Url.signed", "PluginChannel.payload", "PluginEventDispatched.data",
			"PluginSettingsSaved.settings", "SessionSetData.data", "SessionSetSubject.subject",
			"SessionSyncTopic.topic", "SessionError.value", "SessionError.previousValue", "SpamMessage.metadata",
			"SpamMessage.headers", "WidgetActionProcessed.result");

	/**
	 * Components with such a name that are not sensitive.
	 */
	private static final Set<String> EXCEPTIONS = Set.of(
			// Name of a field of the custom data
			"SuggestedDataKey.key",
			// Name of events
			"PeopleSuggestedEvent.text",
			// Identifier of a predefined message
			"Chatbox.welcomeMessage");

	/**
	 * Values of types without text, within the limits of the properties.
	 */
	private static final Map<Class<?>, Object> PRIMITIVES = Map.of(int.class, 1, long.class, 1L, double.class, 1.0,
			boolean.class, false, Duration.class, Duration.ofSeconds(1), DataSize.class, DataSize.ofMegabytes(1));

	@ParameterizedTest
	@MethodSource("records")
	void toStringDoesNotContainSensitiveValues(Class<?> type) throws Exception {
		assertThat(sample(type, 0)).asString().doesNotContain(SAMPLE);
	}

	static Stream<Class<?>> records() {
		return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages(ArchitectureTests.class.getPackageName())
			.stream()
			.filter(JavaClass::isRecord)
			.<Class<?>>map(JavaClass::reflect);
	}

	private static Object sample(Class<?> type, int depth) throws Exception {
		RecordComponent[] components = type.getRecordComponents();
		Object[] values = new Object[components.length];
		for (int i = 0; i < components.length; i++) {
			String text = isSensitive(type, components[i].getName()) ? SAMPLE : "/sample";
			values[i] = value(components[i].getGenericType(), text, depth);
		}
		Constructor<?> constructor = type
			.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
		constructor.setAccessible(true);
		return constructor.newInstance(values);
	}

	private static boolean isSensitive(Class<?> type, String component) {
		String name = type.getSimpleName() + "." + component;
		return ALSO_SENSITIVE.contains(name) || (SENSITIVE.matcher(component).matches() && !EXCEPTIONS.contains(name));
	}

	private static Object value(Type type, String text, int depth) throws Exception {
		if (type instanceof ParameterizedType generic) {
			Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
			Object element = value(last, text, depth + 1);
			return (element != null) ? container((Class<?>) generic.getRawType(), element) : null;
		}
		if (type == String.class || type == Object.class) {
			return text;
		}
		if (type == JsonNode.class) {
			return JsonNodeFactory.instance.stringNode(text);
		}
		if (type == MessageContent.class) {
			return MessageContent.text(SAMPLE);
		}
		if (type instanceof Class<?> other && other.isRecord() && depth < 5) {
			return sample(other, depth + 1);
		}
		return PRIMITIVES.get(type);
	}

	private static Object container(Class<?> type, Object element) {
		if (type == List.class) {
			return List.of(element);
		}
		if (type == Set.class) {
			return Set.of(element);
		}
		if (type == Map.class) {
			return Map.of("key", element);
		}
		return (type == Optional.class) ? Optional.of(element) : null;
	}

}
