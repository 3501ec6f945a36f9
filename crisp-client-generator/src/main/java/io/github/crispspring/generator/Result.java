package io.github.crispspring.generator;

import java.util.List;

import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;

/**
 * Result of a blocking method.
 *
 * @param type the type
 * @param blockingCall the code that turns the reactive result into it, empty for a client
 */
record Result(TypeName type, String blockingCall) {

	private static final AnnotationSpec NULLABLE = AnnotationSpec
		.builder(ClassName.get("org.jspecify.annotations", "Nullable"))
		.build();

	/**
	 * Return the result of the blocking method for a reactive one.
	 * @param method the reactive method
	 * @param mayBeEmpty whether the result may be missing
	 */
	static Result of(ExecutableElement method, boolean mayBeEmpty) {
		if (method.getReturnType().getKind() == TypeKind.DECLARED) {
			DeclaredType type = (DeclaredType) method.getReturnType();
			ClassName className = ClassName.get((TypeElement) type.asElement());
			if (ClientNames.isReactive(className.simpleName()) && method.isDefault()) {
				return new Result(ClientNames.blocking(className), "");
			}
			String name = className.canonicalName();
			if (name.equals("reactor.core.publisher.Mono")) {
				return value(TypeNames.of(type.getTypeArguments().get(0)), mayBeEmpty);
			}
			if (name.equals("reactor.core.publisher.Flux") && !mayBeEmpty) {
				TypeMirror element = type.getTypeArguments().get(0);
				return new Result(ParameterizedTypeName.get(ClassName.get(List.class), TypeNames.of(element)),
						".collectList().block()");
			}
		}
		throw new NotGeneratedException("Methods of reactive clients return a Mono, or a Flux that is empty if there "
				+ "are no elements, which needs no @MayBeEmpty", method);
	}

	private static Result value(TypeName type, boolean mayBeEmpty) {
		if (type.equals(ClassName.get(Void.class))) {
			return new Result(TypeName.VOID, ".block()");
		}
		if (mayBeEmpty) {
			return new Result(type.annotated(NULLABLE), ".block()");
		}
		return new Result(type.isBoxedPrimitive() ? type.unbox() : type, ".block()");
	}

	/**
	 * Return whether the method returns a client.
	 */
	boolean isClient() {
		return this.blockingCall.isEmpty();
	}

	boolean isVoid() {
		return this.type.equals(TypeName.VOID);
	}

}
