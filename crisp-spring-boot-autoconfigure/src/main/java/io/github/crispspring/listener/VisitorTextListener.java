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
 * {@link CrispListener} for text messages that visitors write. Messages of operators and
 * automated messages are not received, regardless of what the method returns.
 *
 * <pre class="code">
 * &#64;VisitorTextListener
 * String greet(MessageSend message) {
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
	 * Return the accounts whose events to receive.
	 * @return as for {@link CrispListener#accounts()}
	 */
	@AliasFor(annotation = CrispListener.class)
	String[] accounts() default {};

	/**
	 * Return whether typing is shown to the visitor until the reply is sent.
	 * @return as for {@link CrispListener#typing()}
	 */
	@AliasFor(annotation = CrispListener.class)
	boolean typing() default false;

	/**
	 * Return whether the method is not called, and its reply not sent, while an operator
	 * handles the conversation.
	 * @return as for {@link CrispListener#stepBack()}
	 */
	@AliasFor(annotation = CrispListener.class)
	boolean stepBack() default false;

	/**
	 * Return the SpEL expression that must be true for the method to receive the event.
	 * @return as for {@link CrispListener#condition()}
	 */
	@AliasFor(annotation = CrispListener.class)
	String condition() default "";

}
