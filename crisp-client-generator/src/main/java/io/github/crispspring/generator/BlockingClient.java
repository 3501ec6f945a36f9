package io.github.crispspring.generator;

import java.util.List;
import java.util.stream.Collectors;

import javax.annotation.processing.Generated;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;

/**
 * Source of one blocking client: the methods of the reactive one with their results
 * unwrapped. Documentation, annotations, nullness and deprecation are carried over.
 * Default methods call those of the reactive client, as a processor cannot read their
 * bodies. Those that return a client of one resource return the blocking one.
 */
final class BlockingClient {

	private static final ClassName MAY_BE_EMPTY = ClassName.get("io.github.crispspring.client", "MayBeEmpty");

	private static final ClassName DEFAULTS = ClassName.get("io.github.crispspring.client", "ReactiveDefaults");

	private final TypeElement reactive;

	private final ClassName reactiveName;

	private final Documentation documentation;

	BlockingClient(TypeElement reactive, Elements elements) {
		this.reactive = reactive;
		this.reactiveName = ClassName.get(reactive);
		this.documentation = new Documentation(reactive, elements);
	}

	JavaFile file() {
		TypeSpec.Builder type = TypeSpec.interfaceBuilder(ClientNames.blocking(this.reactiveName))
			.addOriginatingElement(this.reactive)
			.addModifiers(Modifier.PUBLIC)
			.addJavadoc(this.documentation.of(this.reactive, false))
			.addAnnotations(annotations(this.reactive))
			.addAnnotation(AnnotationSpec.builder(Generated.class)
				.addMember("value", "$S", BlockingClientProcessor.class.getName())
				.build());
		for (TypeMirror parent : this.reactive.getInterfaces()) {
			type.addSuperinterface(
					ClientNames.blocking(ClassName.get((TypeElement) ((DeclaredType) parent).asElement())));
		}
		ElementFilter.methodsIn(this.reactive.getEnclosedElements())
			.forEach((method) -> type.addMethod(method(method)));
		return JavaFile.builder(this.reactiveName.packageName(), type.build())
			.indent("\t")
			.skipJavaLangImports(true)
			.build();
	}

	private MethodSpec method(ExecutableElement method) {
		if (!method.getTypeParameters().isEmpty() || method.getModifiers().contains(Modifier.STATIC)) {
			throw new NotGeneratedException("Methods of clients are neither generic nor static", method);
		}
		Result result = Result.of(method, hasAnnotation(method, MAY_BE_EMPTY));
		MethodSpec.Builder blocking = MethodSpec.methodBuilder(method.getSimpleName().toString())
			.addJavadoc(this.documentation.of(method, result.isVoid()))
			.addAnnotations(annotations(method))
			.addModifiers(Modifier.PUBLIC)
			.returns(result.type());
		method.getParameters().forEach((parameter) -> blocking.addParameter(parameter(parameter)));
		if (method.isDefault()) {
			return blocking.addModifiers(Modifier.DEFAULT).addCode(body(method, result)).build();
		}
		return blocking.addModifiers(Modifier.ABSTRACT).build();
	}

	private CodeBlock body(ExecutableElement method, Result result) {
		if (result.isClient()) {
			return CodeBlock.builder().addStatement("return this").build();
		}
		String arguments = method.getParameters()
			.stream()
			.map((parameter) -> parameter.getSimpleName().toString())
			.collect(Collectors.joining(", "));
		return CodeBlock.builder()
			.addStatement("$L$T.on($T.class, this, $T.class)\n.$L($L)\n$L", result.isVoid() ? "" : "return ", DEFAULTS,
					ClientNames.blocking(this.reactiveName), this.reactiveName, method.getSimpleName(), arguments,
					result.blockingCall())
			.build();
	}

	private ParameterSpec parameter(VariableElement parameter) {
		TypeName type = TypeNames.of(parameter.asType());
		return ParameterSpec.builder(type, parameter.getSimpleName().toString())
			.addAnnotations(annotations(parameter))
			.build();
	}

	private static List<AnnotationSpec> annotations(Element element) {
		return element.getAnnotationMirrors()
			.stream()
			.filter((annotation) -> !isOfType(annotation, MAY_BE_EMPTY))
			.map(AnnotationSpec::get)
			.toList();
	}

	private static boolean hasAnnotation(Element element, ClassName type) {
		return element.getAnnotationMirrors().stream().anyMatch((annotation) -> isOfType(annotation, type));
	}

	private static boolean isOfType(AnnotationMirror annotation, ClassName type) {
		return TypeName.get(annotation.getAnnotationType()).equals(type);
	}

}
