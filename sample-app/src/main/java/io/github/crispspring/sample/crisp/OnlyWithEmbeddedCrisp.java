package io.github.crispspring.sample.crisp;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Profile;

/**
 * Registers a component only if the embedded Crisp is used.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Profile(EmbeddedCrispInitializer.PROFILE)
public @interface OnlyWithEmbeddedCrisp {

}
