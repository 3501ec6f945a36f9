package io.github.crispspring.listener;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.crispspring.message.Sender;

import org.springframework.aot.hint.annotation.Reflective;

/**
 * Makes a method receive events of Crisp, over whichever transport they come.
 * <p>
 * The parameters choose the event and what is told about it, in any order:
 * <ul>
 * <li>one event: the record of it, such as {@link io.github.crispspring.event.MessageSend
 * MessageSend}; an interface that several share, such as
 * {@link io.github.crispspring.event.MessageEvent MessageEvent};
 * {@link io.github.crispspring.event.CrispEvent CrispEvent} for all;
 * {@link io.github.crispspring.event.UnknownEvent UnknownEvent} for what this version
 * does not know; or a {@link io.github.crispspring.event.CrispApplicationEvent
 * CrispApplicationEvent} of one of these. Where the annotation names the events, it may
 * also be a {@link tools.jackson.databind.JsonNode JsonNode} or a {@link java.util.Map
 * Map}, or be absent.</li>
 * <li>{@link io.github.crispspring.event.CrispDelivery CrispDelivery}: how it came.</li>
 * <li>{@link io.github.crispspring.client.website.conversation.CrispConversation
 * CrispConversation}, or
 * {@link io.github.crispspring.client.website.conversation.ReactiveCrispConversation
 * ReactiveCrispConversation} for reactive calls: the conversation it happened in, to
 * reply or act in.</li>
 * </ul>
 * <p>
 * What the method returns is sent as a reply in the same conversation: a {@code String},
 * a {@link io.github.crispspring.message.MessageContent MessageContent} or a
 * {@link io.github.crispspring.client.website.conversation.NewConversationMessage
 * NewConversationMessage}, also several of them in an {@code Iterable}, and also from a
 * {@code Mono}, {@code Flux} or {@code CompletionStage}. {@code void} and
 * {@code Mono<Void>} just complete. A {@code JsonNode} or a {@code Path} is not sent, and
 * a warning states so at startup. Any other type stops the start.
 * <p>
 * Events of one conversation are handled in the order they came, one at a time; different
 * conversations at the same time. A method may block. Order among several methods is set
 * with {@link org.springframework.core.annotation.Order @Order}. A method that fails does
 * not keep the others from the event, but makes its delivery fail.
 * <p>
 * Methods are found in the application context of the dispatcher, in its ancestors and in
 * its descendants, and each receives an event once. Where Crisp is disabled or not
 * configured, they are never called.
 *
 * <pre class="code">
 * &#64;CrispListener(from = Sender.USER)
 * String greet(MessageSend message) {
 *   return "Hello!";
 * }
 * </pre>
 *
 * @see VisitorTextListener
 */
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Reflective
public @interface CrispListener {

	/**
	 * Return the names of the events to receive.
	 * @return names such as {@code message:send}, or patterns that end with {@code *}
	 * such as {@code message:*}, which include events that Crisp adds later; those of the
	 * parameter if empty
	 */
	String[] value() default {};

	/**
	 * Return from which side a message has to be for the method to receive it. It applies
	 * to events that are a {@link io.github.crispspring.event.ChatMessageEvent
	 * ChatMessageEvent}.
	 * @return the sides, any if empty
	 */
	Sender[] from() default {};

	/**
	 * Return the websites whose events to receive. Placeholders such as
	 * <code>${my.websites}</code> are resolved; their values may list several websites,
	 * separated by commas.
	 * @return the identifiers of the websites, any if empty
	 */
	String[] websites() default {};

	/**
	 * Return of which type a message has to be for the method to receive it. It applies
	 * to events that are a {@link io.github.crispspring.event.ChatMessageEvent
	 * ChatMessageEvent}.
	 * @return types such as {@code text} or {@code file}, any if empty
	 */
	String[] types() default {};

	/**
	 * Return whether a method that replies receives messages that a program sent, too. By
	 * default it does not, so that two programs do not answer each other for ever. A
	 * method that does not reply receives them anyway, except with
	 * {@link VisitorTextListener}.
	 * @return whether messages of programs are received
	 */
	boolean automated() default false;

	/**
	 * Return whether the visitor is shown that somebody is typing if the reply takes
	 * longer than {@code crisp.listener.typing-delay}, until it is sent or has failed.
	 * The reply does not wait for it.
	 * @return whether typing is shown
	 */
	boolean typing() default false;

	/**
	 * Return the SpEL expression that has to be true for the method to receive the event.
	 * The event is {@code event}, the arguments are {@code args} or have their names.
	 * @return the expression, such as {@code #message.mentions.empty}
	 */
	String condition() default "";

	/**
	 * Return the name of the listener.
	 * @return the name, by default that of the method
	 */
	String id() default "";

}
