package io.github.crispspring.json;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Annotation for what is received from Crisp but never sent to it: a type, such as an
 * event, or a component that Crisp sets, such as the time of creation. Copies, for
 * example to store an event, contain the component, and the type may contain
 * {@code UNKNOWN}.
 */
@Target({ ElementType.TYPE, ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface ReceiveOnly {

}
