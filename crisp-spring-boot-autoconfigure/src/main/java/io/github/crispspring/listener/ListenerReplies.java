package io.github.crispspring.listener;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

import io.github.crispspring.client.CrispUnreadableResponseException;
import io.github.crispspring.client.website.conversation.CrispConversation;
import io.github.crispspring.client.website.conversation.CrispHandovers;
import io.github.crispspring.client.website.conversation.NewConversationMessage;
import io.github.crispspring.client.website.conversation.ReactiveCrispConversation;
import io.github.crispspring.client.website.conversation.ReactiveWebsiteConversationClient;
import io.github.crispspring.event.CrispApplicationEvent;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.message.MessageContent;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.log.LogMessage;

/**
 * Sends the return values of listeners as replies in the conversation of their event,
 * marked as automated.
 */
final class ListenerReplies {

	private static final Log logger = LogFactory.getLog(ListenerReplies.class);

	private final CrispListenerProcessor.Clients clients;

	private final Duration typingDelay;

	private final CrispHandovers handovers;

	ListenerReplies(CrispListenerProcessor.Clients clients, Duration typingDelay, CrispHandovers handovers) {
		this.clients = clients;
		this.typingDelay = typingDelay;
		this.handovers = handovers;
	}

	/**
	 * Send the replies, one after the other.
	 * @param event the event to reply to
	 * @param result what the listener returned
	 * @param sending applied to each call that sends a reply
	 */
	Mono<Void> send(CrispApplicationEvent<?> event, Object result, UnaryOperator<Mono<Void>> sending) {
		if (ListenerReturn.isNothing(result.getClass())) {
			return Mono.empty();
		}
		if (result instanceof CompletionStage<?> stage) {
			return Mono.<Object>fromCompletionStage(stage).flatMap((value) -> send(event, value, sending));
		}
		ReactiveAdapter adapter = ReactiveAdapterRegistry.getSharedInstance().getAdapter(null, result);
		if (adapter != null) {
			return Flux.from(adapter.toPublisher(result)).concatMap((value) -> send(event, value, sending)).then();
		}
		if (result instanceof Iterable<?> values) {
			return ListenerReturn.isNested(result.getClass()) ? Mono.empty()
					: Flux.fromIterable(values).concatMap((value) -> send(event, value, sending)).then();
		}
		NewConversationMessage message = message(result);
		return sending.apply(Mono.defer(() -> conversation(event).send(message).then())
			.onErrorResume(CrispUnreadableResponseException.class, ListenerReplies::accepted));
	}

	/**
	 * A reply that Crisp has accepted must not be sent again, even if the response cannot
	 * be read.
	 */
	private static Mono<Void> accepted(CrispUnreadableResponseException failure) {
		if (!failure.getStatusCode().is2xxSuccessful()) {
			return Mono.error(failure);
		}
		logger.warn(LogMessage.format("A reply was sent, but its response cannot be used: %s", failure.getMessage()));
		return Mono.empty();
	}

	private NewConversationMessage message(Object result) {
		if (result instanceof NewConversationMessage message) {
			return message;
		}
		if (result instanceof MessageContent content) {
			return automated(content);
		}
		if (result instanceof CharSequence text) {
			return automated(MessageContent.text(text.toString()));
		}
		throw new IllegalStateException(
				"A listener returned an object of type %s, which cannot be sent as a reply. Return a String, a MessageContent, a NewConversationMessage or nothing."
					.formatted(result.getClass().getName()));
	}

	private NewConversationMessage automated(MessageContent content) {
		return NewConversationMessage.builder().content(content).automated(true).build();
	}

	/**
	 * Show typing to the visitor while an action takes longer than the typing delay. The
	 * action is not delayed by it.
	 * @param event the event
	 * @param ended completes when the event has ended, even if the action has not
	 * @param action calls the listener and returns the remaining work, or {@code null}
	 */
	@Nullable Mono<Void> whileTyping(CrispApplicationEvent<?> event, Mono<Void> ended, Callable<@Nullable Mono<Void>> action)
			throws Exception {
		TypingIndicator indicator = TypingIndicator
			.start(() -> conversation(event, this.clients.typing(account(event))), this.typingDelay, ended);
		Mono<Void> remaining = null;
		try {
			remaining = action.call();
		}
		finally {
			if (remaining == null) {
				indicator.stop();
			}
		}
		return (remaining != null) ? remaining.doFinally((signal) -> indicator.stop()) : null;
	}

	/**
	 * Return whether an operator handles the conversation of an event. The current thread
	 * may block.
	 */
	boolean isHandledByOperator(CrispApplicationEvent<?> event) {
		return Boolean.TRUE.equals(conversation(event).isHandledByOperator().contextCapture().block());
	}

	/**
	 * Send only if no operator has answered while the listener composed its reply.
	 */
	Mono<Void> unlessAnswered(CrispEvent event, Mono<Void> sending) {
		ConversationId id = id(event);
		return this.handovers.isAnsweredByOperator(id.websiteId(), id.sessionId()).flatMap((answered) -> {
			if (answered) {
				logger.debug(LogMessage.format(
						"A reply to event '%s' is not sent, as an operator has answered in the meantime",
						event.name()));
			}
			return answered ? Mono.empty() : sending;
		});
	}

	/**
	 * Return the conversation of an event, with the client of its account.
	 */
	ReactiveCrispConversation conversation(CrispApplicationEvent<?> event) {
		return conversation(event, this.clients.conversations(account(event)));
	}

	private ReactiveCrispConversation conversation(CrispApplicationEvent<?> event,
			@Nullable ReactiveWebsiteConversationClient client) {
		ConversationId id = id(event.getPayload());
		return new ReactiveCrispConversation(required(client, event), id.websiteId(), id.sessionId(), this.handovers);
	}

	/**
	 * Return the conversation of an event for blocking calls, with the client of its
	 * account.
	 */
	CrispConversation blockingConversation(CrispApplicationEvent<?> event) {
		ConversationId id = id(event.getPayload());
		return new CrispConversation(required(this.clients.blockingConversations(account(event)), event),
				id.websiteId(), id.sessionId(), this.handovers);
	}

	private static String account(CrispApplicationEvent<?> event) {
		return event.getDelivery().account();
	}

	private static ConversationId id(CrispEvent event) {
		ConversationId id = ConversationId.of(event);
		if (id == null) {
			throw new IllegalStateException(
					"Event '%s' does not belong to a conversation, so no reply can be sent".formatted(event.name()));
		}
		return id;
	}

	private static <T> T required(@Nullable T client, CrispApplicationEvent<?> event) {
		if (client == null) {
			throw new IllegalStateException(
					"A reply requires the credentials of account '%s'. Set its identifier and its key, or return nothing"
						.formatted(account(event)));
		}
		return client;
	}

}
