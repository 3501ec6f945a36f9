package io.github.crispspring.generator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import org.jspecify.annotations.Nullable;

/**
 * Documentation of a client, with the types it refers to as a blocking client needs them.
 */
final class Documentation {

	private static final Pattern REFERENCE = Pattern.compile("(\\{@link(?:plain)?\\s+|@(?:see|throws)\\s+)([A-Z]\\w*)");

	private static final Pattern RETURN_TAG = Pattern.compile("(?ms)^ ?@return\\b.*?(?=^ ?@|\\z)");

	private final String packageName;

	private final Elements elements;

	/**
	 * The types in the signatures of the client, by simple name. The imports of its
	 * source are not known to a processor.
	 */
	private final Map<String, ClassName> mentioned = new LinkedHashMap<>();

	Documentation(TypeElement client, Elements elements) {
		this.packageName = elements.getPackageOf(client).getQualifiedName().toString();
		this.elements = elements;
		for (ExecutableElement method : ElementFilter.methodsIn(client.getEnclosedElements())) {
			collect(method.getReturnType());
			method.getThrownTypes().forEach(this::collect);
			method.getParameters().stream().map(VariableElement::asType).forEach(this::collect);
			method.getAnnotationMirrors().stream().map(AnnotationMirror::getAnnotationType).forEach(this::collect);
		}
		client.getInterfaces().forEach(this::collect);
	}

	private void collect(TypeMirror type) {
		if (type instanceof DeclaredType declared) {
			ClassName name = ClassName.get((TypeElement) declared.asElement());
			this.mentioned.put(name.simpleName(), name);
			declared.getTypeArguments().forEach(this::collect);
		}
	}

	/**
	 * Return the documentation of an element.
	 * @param element the client or one of its methods
	 * @param withoutReturn whether to leave out what is returned
	 */
	CodeBlock of(Element element, boolean withoutReturn) {
		String comment = this.elements.getDocComment(element);
		if (comment == null) {
			return CodeBlock.of("");
		}
		String text = withoutReturn ? RETURN_TAG.matcher(comment).replaceFirst("") : comment;
		text = text.replaceAll("(?m)^ ", "").strip();
		CodeBlock.Builder block = CodeBlock.builder();
		Matcher reference = REFERENCE.matcher(text);
		int end = 0;
		while (reference.find()) {
			block.add("$L$T", text.substring(end, reference.start(2)), resolve(reference.group(2), element));
			end = reference.end();
		}
		return block.add("$L\n", text.substring(end)).build();
	}

	/**
	 * Find a type by its simple name, among those that the client mentions, in its
	 * package and in the packages above.
	 */
	private ClassName resolve(String simpleName, Element element) {
		ClassName name = this.mentioned.get(simpleName);
		for (String candidate = this.packageName; name == null && !candidate.isEmpty(); candidate = parent(candidate)) {
			name = find(candidate + "." + simpleName);
		}
		name = (name != null) ? name : find("java.lang." + simpleName);
		if (name == null) {
			throw new NotGeneratedException(
					"The documentation refers to '%s', which is neither in this package nor in ".formatted(simpleName)
							+ "one above: write its qualified name",
					element);
		}
		return ClientNames.blocking(name);
	}

	private @Nullable ClassName find(String qualifiedName) {
		TypeElement type = this.elements.getTypeElement(qualifiedName);
		return (type != null) ? ClassName.get(type) : null;
	}

	private static String parent(String packageName) {
		int dot = packageName.lastIndexOf('.');
		return (dot > 0) ? packageName.substring(0, dot) : "";
	}

}
