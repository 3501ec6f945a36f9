package io.github.crispspring.client;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import reactor.core.publisher.Mono;

/**
 * States that a response may have no data. The {@link Mono} of the method is then empty;
 * without this annotation, it fails with {@link CrispUnreadableResponseException}. The
 * result of the blocking method is {@code null}, for which it is declared as nullable.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface MayBeEmpty {

}
