package io.github.crispspring.client;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

import io.github.crispspring.json.CrispJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import org.springframework.core.MethodParameter;
import org.springframework.core.Nullness;
import org.springframework.util.Assert;
import org.springframework.util.ReflectionUtils;

/**
 * Validates and serializes values before they are sent. An invalid value results in an
 * {@link IllegalArgumentException} instead of a request with another meaning.
 */
final class SentValues {

	private static final ClassValue<List<Component>> COMPONENTS = new ClassValue<>() {

		@Override
		protected List<Component> computeValue(Class<?> type) {
			List<Component> components = new ArrayList<>();
			for (RecordComponent component : type.getRecordComponents()) {
				if (!component.getType().isPrimitive()) {
					components.add(Component.of(component.getName(), component.getAccessor()));
				}
			}
			return List.copyOf(components);
		}

	};

	private SentValues() {
	}

	/**
	 * Check an argument.
	 * @param argument the argument
	 * @param parameter the parameter, which determines whether {@code null} is allowed
	 */
	static void assertSendable(@Nullable Object argument, MethodParameter parameter) {
		if (argument == null) {
			Assert.isTrue(Nullness.forMethodParameter(parameter) != Nullness.NON_NULL,
					() -> "'%s' must not be null".formatted(parameter.getParameterName()));
		}
		else if (argument instanceof String text) {
			assertWellFormed(String.valueOf(parameter.getParameterName()), text);
		}
		else if (!parameter.hasParameterAnnotation(QueryFields.class)) {
			assertComplete(String.valueOf(parameter.getParameterName()), argument);
		}
	}

	/**
	 * Check that no required component of a record or of its nested records is
	 * {@code null}.
	 * @param name the name of the value, for messages
	 * @param value the value
	 */
	static void assertComplete(String name, @Nullable Object value) {
		String missing = missing(value);
		Assert.isTrue(missing == null, () -> "'%s%s' must not be null".formatted(name, missing));
	}

	/**
	 * Return the path from a value to the first required component that is {@code null}.
	 * @return the path, such as {@code .user.nickname}, or {@code null} if none is
	 * missing
	 */
	private static @Nullable String missing(@Nullable Object value) {
		if (value instanceof Record) {
			for (Component component : COMPONENTS.get(value.getClass())) {
				String missing = missing(component, component.value(value));
				if (missing != null) {
					return "." + component.name() + missing;
				}
			}
		}
		else if (value instanceof List<?> list) {
			for (int i = 0; i < list.size(); i++) {
				String missing = missing(list.get(i));
				if (missing != null) {
					return "[" + i + "]" + missing;
				}
			}
		}
		return null;
	}

	private static @Nullable String missing(Component component, @Nullable Object value) {
		if (value == null) {
			return component.required() ? "" : null;
		}
		if (component.hasRequiredElements() && value instanceof List<?> list) {
			for (int i = 0; i < list.size(); i++) {
				if (list.get(i) == null) {
					return "[" + i + "]";
				}
			}
		}
		return missing(value);
	}

	/**
	 * Check that a text can be encoded.
	 * @param name the name of the text, for messages
	 * @param text the text
	 */
	static void assertWellFormed(String name, String text) {
		for (int i = 0; i < text.length(); i++) {
			if (Character.isSurrogate(text.charAt(i))) {
				Assert.isTrue(Character.isSupplementaryCodePoint(text.codePointAt(i)),
						() -> "'%s' must not contain an unpaired surrogate".formatted(name));
				i++;
			}
		}
	}

	/**
	 * Convert the components of a query to JSON.
	 * @param filters the record with the components
	 * @return the JSON
	 */
	static JsonNode tree(Object filters) {
		try {
			return CrispJson.mapper().valueToTree(filters);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("A value of %s cannot be written as JSON: %s"
				.formatted(filters.getClass().getSimpleName(), ex.getPathReference()), ex);
		}
	}

	/**
	 * Serialize a body.
	 * @param call the name of the call, for messages
	 * @param body the body
	 * @return the JSON
	 */
	static byte[] json(String call, Object body) {
		byte[] json;
		try {
			json = CrispJson.mapper().writeValueAsBytes(body);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException(
					"The body of %s cannot be written as JSON: %s".formatted(call, ex.getPathReference()), ex);
		}
		Assert.isTrue(!hasUnpairedSurrogate(json),
				() -> "The body of %s must not contain an unpaired surrogate".formatted(call));
		return json;
	}

	/**
	 * Return whether JSON contains an unpaired surrogate. Jackson escapes only those, and
	 * writes a pair as the character that it represents.
	 */
	private static boolean hasUnpairedSurrogate(byte[] json) {
		for (int i = 0; i < json.length - 3; i++) {
			if (json[i] == '\\') {
				if (json[i + 1] == 'u' && (json[i + 2] == 'D' || json[i + 2] == 'd') && json[i + 3] >= '8') {
					return true;
				}
				i++;
			}
		}
		return false;
	}

	/**
	 * A component of a record.
	 *
	 * @param required whether it must not be {@code null}
	 * @param hasRequiredElements whether it is a list whose elements must not be
	 * {@code null}
	 */
	private record Component(String name, Method accessor, boolean required, boolean hasRequiredElements) {

		static Component of(String name, Method accessor) {
			ReflectionUtils.makeAccessible(accessor);
			Nullness nullness = Nullness.forMethodReturnType(accessor);
			return new Component(name, accessor, nullness == Nullness.NON_NULL,
					accessor.getReturnType() == List.class && nullness != Nullness.UNSPECIFIED);
		}

		@Nullable Object value(Object value) {
			return ReflectionUtils.invokeMethod(this.accessor, value);
		}

	}

}
