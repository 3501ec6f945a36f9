package io.github.crispspring.autoconfigure;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;

/**
 * {@link ConditionalOnBooleanProperty} that matches unless {@code crisp.enabled} is
 * {@code false}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnBooleanProperty(name = "crisp.enabled", matchIfMissing = true)
@interface ConditionalOnCrispEnabled {

}
