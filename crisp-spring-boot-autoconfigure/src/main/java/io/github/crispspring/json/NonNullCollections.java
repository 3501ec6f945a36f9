package io.github.crispspring.json;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/**
 * Annotation introspector with which an absent list or map is read as empty, unless it is
 * {@link Nullable}.
 */
final class NonNullCollections extends NopAnnotationIntrospector {

	private static final long serialVersionUID = 1L;

	@Override
	public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
		if (annotated instanceof AnnotatedParameter parameter && isCollection(parameter.getRawType())
				&& !isNullable(parameter)) {
			return JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
		}
		return JsonSetter.Value.empty();
	}

	static boolean isCollection(Class<?> type) {
		return type == List.class || type == Map.class;
	}

	static boolean isNullable(AnnotatedParameter parameter) {
		if (parameter.getOwner().getMember() instanceof Executable executable) {
			AnnotatedType type = executable.getAnnotatedParameterTypes()[parameter.getIndex()];
			return type.isAnnotationPresent(Nullable.class);
		}
		return false;
	}

}
