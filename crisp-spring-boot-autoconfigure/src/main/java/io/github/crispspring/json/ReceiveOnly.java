package io.github.crispspring.json;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Annotation for a type that is received from Crisp but never sent to it, such as an
 * event. When it is serialized, for example to store it, it may contain {@code UNKNOWN}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface ReceiveOnly {

}
