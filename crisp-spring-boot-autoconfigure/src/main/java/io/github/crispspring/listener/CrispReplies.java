package io.github.crispspring.listener;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import io.github.crispspring.client.website.conversation.ConversationMessageNew;
import io.github.crispspring.client.website.conversation.CrispConversation;
import io.github.crispspring.client.website.conversation.WebsiteConversationClient;
import io.github.crispspring.event.ConversationEvent;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.message.MessageContent;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;

/**
 * Sends what a listener returns as a reply in the conversation of its event, marked as
 * automated.
 */
public final class CrispReplies {

	private final Supplier<@Nullable WebsiteConversationClient> conversations;

	/**
	 * Create an instance.
	 * @param conversations the client to reply with, {@code null} where there are no
	 * credentials; asked for when there is a reply
	 */
	public CrispReplies(Supplier<@Nullable WebsiteConversationClient> conversations) {
		this.conversations = conversations;
	}

	/**
	 * Send the replies, one after the other.
	 * @param event the event to reply to
	 * @param result what the listener returned
	 * @param sending applied to each call that sends a reply
	 */
	Mono<Void> send(CrispEvent event, Object result, UnaryOperator<Mono<Void>> sending) {
		if (result instanceof CompletionStage<?> stage) {
			return Mono.<Object>fromCompletionStage(stage).flatMap((value) -> send(event, value, sending));
		}
		ReactiveAdapter adapter = ReactiveAdapterRegistry.getSharedInstance().getAdapter(null, result);
		if (adapter != null) {
			return Flux.from(adapter.toPublisher(result)).concatMap((value) -> send(event, value, sending)).then();
		}
		if (result instanceof Iterable<?> values) {
			return Flux.fromIterable(values).concatMap((value) -> send(event, value, sending)).then();
		}
		ConversationMessageNew message = message(result);
		return sending.apply(Mono.defer(() -> conversation(event).reply(message).then()));
	}

	private ConversationMessageNew message(Object result) {
		if (result instanceof ConversationMessageNew message) {
			return message;
		}
		if (result instanceof MessageContent content) {
			return automated(content);
		}
		if (result instanceof CharSequence text) {
			return automated(MessageContent.text(text.toString()));
		}
		throw new IllegalStateException(
				"A listener returned a %s, which cannot be sent as a reply. Return a String, a MessageContent or a ConversationMessageNew, or nothing."
					.formatted(result.getClass().getName()));
	}

	private ConversationMessageNew automated(MessageContent content) {
		return ConversationMessageNew.builder().content(content).automated(true).build();
	}

	/**
	 * Show the visitor that somebody is typing until an action is done, has failed or is
	 * cancelled. A failure to show it is ignored.
	 * @param event the event
	 * @param action calls the listener and returns what remains to be done, or
	 * {@code null}
	 */
	Mono<Void> whileTyping(CrispEvent event, Callable<@Nullable Mono<Void>> action) throws Exception {
		CrispConversation conversation = conversation(event);
		Mono<CrispConversation> shown = conversation.typing(true).onErrorComplete().thenReturn(conversation).cache();
		shown.subscribe();
		try {
			Mono<Void> remaining = action.call();
			return Mono.usingWhen(shown, (typing) -> (remaining != null) ? remaining : Mono.empty(), this::hideTyping,
					(typing, ex) -> hideTyping(typing), this::hideTyping);
		}
		catch (Throwable ex) {
			shown.flatMap(this::hideTyping).subscribe();
			throw ex;
		}
	}

	private Mono<Void> hideTyping(CrispConversation conversation) {
		return conversation.typing(false).onErrorComplete();
	}

	/**
	 * Return the conversation of an event.
	 */
	CrispConversation conversation(CrispEvent event) {
		if (!(event instanceof ConversationEvent conversation)) {
			throw new IllegalStateException(
					"There is no conversation to reply in: '%s' belongs to none".formatted(event.name()));
		}
		WebsiteConversationClient client = this.conversations.get();
		if (client == null) {
			throw new IllegalStateException(
					"A reply needs credentials: set 'crisp.identifier' and 'crisp.key', or return nothing");
		}
		return new CrispConversation(client, conversation.websiteId(), conversation.sessionId());
	}

	/**
	 * Where the replies come from, as they need beans that do not exist yet when
	 * listeners are found.
	 */
	@FunctionalInterface
	public interface Source {

		/**
		 * Return the replies.
		 * @return the replies
		 */
		CrispReplies get();

	}

}
