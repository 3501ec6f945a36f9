package io.github.crispspring.client;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes the components of a record query parameters, for routes with several optional
 * filters. The parameters are named as the components, in snake case. Components that are
 * {@code null} are left out; booleans are sent as {@code 1} and {@code 0}, lists and
 * records as JSON.
 *
 * @see BodyField
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface QueryFields {

}
