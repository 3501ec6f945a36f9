package io.github.crispspring.generator;

import java.util.List;

import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;

/**
 * Names of types with the annotations on their uses, which JavaPoet leaves out.
 */
final class TypeNames {

	private TypeNames() {
	}

	static TypeName of(TypeMirror type) {
		if (type.getKind() != TypeKind.DECLARED) {
			return TypeName.get(type);
		}
		DeclaredType declared = (DeclaredType) type;
		ClassName raw = ClassName.get((TypeElement) declared.asElement());
		List<AnnotationSpec> annotations = type.getAnnotationMirrors().stream().map(AnnotationSpec::get).toList();
		TypeName name = declared.getTypeArguments().isEmpty() ? raw : ParameterizedTypeName.get(raw,
				declared.getTypeArguments().stream().map(TypeNames::of).toArray(TypeName[]::new));
		return annotations.isEmpty() ? name : name.annotated(annotations);
	}

}
