package io.github.crispspring.client;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Annotation for a method parameter that is sent as a field of the JSON request body, for
 * routes with a small body. The field has the name of the parameter in snake case, unless
 * the annotation sets another. A {@code null} argument is omitted if the parameter is
 * nullable, and rejected otherwise.
 *
 * @see QueryFields
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface BodyField {

	/**
	 * Return the name of the field.
	 * @return the name, or an empty string for the name of the parameter
	 */
	String value() default "";

}
