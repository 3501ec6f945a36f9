package io.github.crispspring.listener;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.crispspring.event.MessageSend;
import io.github.crispspring.message.Sender;

import org.springframework.core.annotation.AliasFor;

/**
 * Makes a method receive what visitors write: text messages of people, never of an
 * operator or a program, whatever the method returns. It is a {@link CrispListener} for
 * bots.
 *
 * <pre class="code">
 * &#64;VisitorTextListener
 * String answer(MessageSend message) {
 *   return "Hello!";
 * }
 * </pre>
 */
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@CrispListener(value = MessageSend.NAME, from = Sender.USER, types = "text")
public @interface VisitorTextListener {

	/**
	 * Return the websites whose events to receive.
	 * @return as for {@link CrispListener#websites()}
	 */
	@AliasFor(annotation = CrispListener.class)
	String[] websites() default {};

	/**
	 * Return whether the visitor is shown that somebody is typing.
	 * @return as for {@link CrispListener#typing()}
	 */
	@AliasFor(annotation = CrispListener.class)
	boolean typing() default false;

	/**
	 * Return the SpEL expression that has to be true for the method to receive the event.
	 * @return as for {@link CrispListener#condition()}
	 */
	@AliasFor(annotation = CrispListener.class)
	String condition() default "";

}
