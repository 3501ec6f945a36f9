package io.github.crispspring.generator;

import java.io.IOException;
import java.util.Set;

import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;

/**
 * Annotation processor that generates a blocking interface {@code XClient} for each
 * top-level interface {@code ReactiveXClient}, in the same package.
 */
@SupportedAnnotationTypes("*")
public final class BlockingClientProcessor extends AbstractProcessor {

	@Override
	public SourceVersion getSupportedSourceVersion() {
		return SourceVersion.latestSupported();
	}

	@Override
	public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
		for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
			if (type.getKind() == ElementKind.INTERFACE && ClientNames.isReactive(type.getSimpleName().toString())) {
				generate(type);
			}
		}
		return false;
	}

	private void generate(TypeElement reactive) {
		try {
			new BlockingClient(reactive, this.processingEnv.getElementUtils()).file()
				.writeTo(this.processingEnv.getFiler());
		}
		catch (NotGeneratedException ex) {
			this.processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, ex.getMessage(), ex.getElement());
		}
		catch (IOException ex) {
			this.processingEnv.getMessager()
				.printMessage(Diagnostic.Kind.ERROR, "The blocking client cannot be written: " + ex, reactive);
		}
	}

}
