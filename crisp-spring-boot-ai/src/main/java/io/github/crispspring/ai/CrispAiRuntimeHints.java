package io.github.crispspring.ai;

import java.lang.reflect.Type;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * {@link RuntimeHintsRegistrar} for the methods of the tools and the types that they
 * return. Spring AI registers only tools that are beans.
 */
final class CrispAiRuntimeHints implements RuntimeHintsRegistrar {

	private final BindingReflectionHintsRegistrar binding = new BindingReflectionHintsRegistrar();

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		CrispTools.TYPES.forEach((type) -> {
			hints.reflection().registerType(type, MemberCategory.INVOKE_DECLARED_METHODS);
			Type[] records = Stream.of(type.getDeclaredClasses()).filter(Class::isRecord).toArray(Type[]::new);
			this.binding.registerReflectionHints(hints.reflection(), records);
		});
		this.binding.registerReflectionHints(hints.reflection(), ConversationSummary.class, HelpdeskSnapshot.class);
	}

}
