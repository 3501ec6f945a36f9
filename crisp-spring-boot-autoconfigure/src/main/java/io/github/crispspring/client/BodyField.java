package io.github.crispspring.client;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method parameter one field of the JSON object that is sent as the body, for
 * routes whose body is too small to deserve a record. The field is named as the
 * parameter, in snake case, unless it is given a name. A {@code null} argument is left
 * out; it is rejected where the parameter is not marked as nullable.
 *
 * @see QueryFields
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface BodyField {

	/**
	 * Return the name of the field.
	 * @return the name, empty for that of the parameter
	 */
	String value() default "";

}
