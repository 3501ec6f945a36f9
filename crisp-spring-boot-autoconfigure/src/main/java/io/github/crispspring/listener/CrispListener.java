package io.github.crispspring.listener;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.crispspring.message.Sender;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.AliasFor;

/**
 * Makes a method receive events of Crisp, over whichever transport they come.
 * <p>
 * The parameter chooses the event: the record of one, such as
 * {@link io.github.crispspring.event.MessageSend MessageSend}; an interface that several
 * share, such as {@link io.github.crispspring.event.MessageEvent MessageEvent};
 * {@link io.github.crispspring.event.CrispEvent CrispEvent} for all;
 * {@link io.github.crispspring.event.UnknownEvent UnknownEvent}; or
 * {@link io.github.crispspring.event.CrispApplicationEvent CrispApplicationEvent} of one
 * of these, to see how the event came.
 * <p>
 * What the method returns is sent as a reply in the same conversation: a {@code String},
 * a {@link io.github.crispspring.message.MessageContent MessageContent} or a
 * {@link io.github.crispspring.client.website.conversation.ConversationMessageNew
 * ConversationMessageNew}, also several of them, and also from a {@code Mono},
 * {@code Flux} or {@code CompletionStage}. {@code void} and {@code Mono<Void>} just
 * complete.
 * <p>
 * Events of one conversation are handled in the order they came, one at a time; different
 * conversations at the same time. A method may block. Order among several methods is set
 * with {@link org.springframework.core.annotation.Order @Order}.
 *
 * <pre class="code">
 * &#64;CrispListener(from = Sender.USER)
 * String greet(MessageSend message) {
 *   return "Hello!";
 * }
 * </pre>
 */
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@EventListener
public @interface CrispListener {

	/**
	 * Return from which side a message has to be for the method to receive it. It applies
	 * to events that are a {@link io.github.crispspring.event.ChatMessageEvent
	 * ChatMessageEvent}.
	 * @return the sides, any if empty
	 */
	Sender[] from() default {};

	/**
	 * Return the SpEL expression that has to be true for the method to receive the event.
	 * @return the expression, as in {@link EventListener#condition()}
	 */
	@AliasFor(annotation = EventListener.class)
	String condition() default "";

	/**
	 * Return the name of the listener.
	 * @return the name, by default that of the method
	 */
	@AliasFor(annotation = EventListener.class)
	String id() default "";

}
