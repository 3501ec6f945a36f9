package io.github.crispspring.client;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Annotation for a method parameter whose record components are sent as query parameters,
 * for routes with several optional filters. The query parameters have the names of the
 * components in snake case. Components that are {@code null} are omitted. Booleans are
 * sent as {@code 1} and {@code 0}, lists and records as JSON.
 *
 * @see BodyField
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface QueryFields {

}
