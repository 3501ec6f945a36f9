package io.github.crispspring.listener;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.crispspring.message.Sender;

import org.springframework.aot.hint.annotation.Reflective;

/**
 * Annotation that marks a method as a listener for Crisp events, regardless of the
 * transport.
 * <p>
 * The method may have the following parameters, in any order:
 * <ul>
 * <li>one event: its record, such as {@link io.github.crispspring.event.MessageSend
 * MessageSend}; an interface that several events implement, such as
 * {@link io.github.crispspring.event.MessageEvent MessageEvent};
 * {@link io.github.crispspring.event.CrispEvent CrispEvent} for all;
 * {@link io.github.crispspring.event.UnknownEvent UnknownEvent} for events that this
 * version does not know; or a {@link io.github.crispspring.event.CrispApplicationEvent
 * CrispApplicationEvent} of one of these. If the annotation names the events, it may also
 * be a {@link tools.jackson.databind.JsonNode JsonNode} or a {@link java.util.Map Map},
 * or be absent.</li>
 * <li>{@link io.github.crispspring.event.CrispDelivery CrispDelivery}: how the event was
 * received.</li>
 * <li>{@link io.github.crispspring.client.website.conversation.CrispConversation
 * CrispConversation}, or
 * {@link io.github.crispspring.client.website.conversation.ReactiveCrispConversation
 * ReactiveCrispConversation} for reactive calls: the conversation of the event, to reply
 * or act in.</li>
 * </ul>
 * <p>
 * The return value is sent as a reply in the same conversation: a {@code String}, a
 * {@link io.github.crispspring.message.MessageContent MessageContent} or a
 * {@link io.github.crispspring.client.website.conversation.NewConversationMessage
 * NewConversationMessage}, or an {@code Iterable}, {@code Mono}, {@code Flux} or
 * {@code CompletionStage} of these. A method that returns {@code void} or
 * {@code Mono<Void>} sends no reply. A {@code JsonNode} or a {@code Path} is not sent,
 * which is logged as a warning at startup. Any other type is rejected at startup.
 * <p>
 * The method may be a Kotlin {@code suspend} function, if
 * {@code kotlinx-coroutines-reactor} and {@code kotlin-reflect} are on the class path. It
 * is handled as a method that returns a {@code Mono} of its result: when the time limit
 * has passed, its coroutine is cancelled. {@code Unit} sends no reply.
 * <p>
 * Events of one conversation are handled in the order they were received, one at a time.
 * Different conversations are handled concurrently. A method may block. The order of
 * several methods is defined by {@link org.springframework.core.annotation.Order @Order}.
 * If a method fails, the others still receive the event, but its delivery fails.
 * <p>
 * Methods are found in the application context of the dispatcher, in its ancestors and in
 * its descendants, and each receives an event once. If Crisp is disabled or not
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
	 * such as {@code message:*}, which include events that Crisp adds later; if empty,
	 * the events that the parameter selects
	 */
	String[] value() default {};

	/**
	 * Return the senders whose messages to receive. Applies to events that are a
	 * {@link io.github.crispspring.event.ChatMessageEvent ChatMessageEvent}.
	 * @return the senders, any if empty
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
	 * Return the accounts whose events to receive, if the application has several.
	 * Placeholders such as <code>${my.accounts}</code> are resolved; their values may
	 * list several accounts, separated by commas.
	 * @return the names of the accounts,
	 * {@value io.github.crispspring.event.CrispDelivery#DEFAULT_ACCOUNT} for the one
	 * without a name; any if empty
	 * @see io.github.crispspring.event.CrispDelivery#account()
	 */
	String[] accounts() default {};

	/**
	 * Return the types of the messages to receive. Applies to events that are a
	 * {@link io.github.crispspring.event.ChatMessageEvent ChatMessageEvent}.
	 * @return types such as {@code text} or {@code file}, any if empty
	 */
	String[] types() default {};

	/**
	 * Return whether a method that replies also receives automated messages. By default
	 * it does not, so that two programs do not reply to each other endlessly. A method
	 * that does not reply always receives them, except with {@link VisitorTextListener}.
	 * @return whether automated messages are received
	 */
	boolean automated() default false;

	/**
	 * Return whether typing is shown to the visitor if the reply takes longer than
	 * {@code crisp.listener.typing-delay}, until the reply is sent or has failed. The
	 * reply is not delayed by it.
	 * @return whether typing is shown
	 */
	boolean typing() default false;

	/**
	 * Return whether the method is not called, and its reply not sent, while an operator
	 * handles the conversation: from when an operator answers or is assigned until the
	 * conversation is resolved or its assignment removed. An operator who answers is
	 * assigned to the conversation, and the assignment is removed when the conversation
	 * is resolved, so that this remains correct after a restart and on all instances.
	 * @return whether the method steps back
	 * @see io.github.crispspring.client.website.conversation.CrispConversation#isHandledByOperator()
	 */
	boolean stepBack() default false;

	/**
	 * Return the SpEL expression that must be true for the method to receive the event.
	 * The event is available as {@code event}, the arguments as {@code args} or by name.
	 * @return the expression, such as {@code #message.mentions.empty}
	 */
	String condition() default "";

	/**
	 * Return the identifier of the listener.
	 * @return the identifier, by default the signature of the method
	 */
	String id() default "";

}
