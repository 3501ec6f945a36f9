package io.github.crispspring.listener;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.concurrent.CompletionStage;

import io.github.crispspring.client.website.conversation.ConversationMessageNew;
import io.github.crispspring.event.ConversationEvent;
import io.github.crispspring.event.CrispEventTypes;
import io.github.crispspring.message.MessageContent;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ResolvableType;

/**
 * What a listener method returns: nothing, or replies.
 */
final class ListenerReturn {

	private final boolean reply;

	ListenerReturn(Method method, @Nullable Class<?> eventType, Set<String> eventNames) {
		Class<?> type = sent(ResolvableType.forMethodReturnType(method));
		this.reply = (type != void.class && type != Void.class);
		if (this.reply) {
			assertSendable(method, type);
			if (eventType == null || !ConversationEvent.class.isAssignableFrom(eventType)) {
				assertConversations(method, eventNames);
			}
		}
	}

	/**
	 * Whether something may be sent.
	 */
	boolean isReply() {
		return this.reply;
	}

	/**
	 * The type of what is sent in the end, {@code Object} if it is not declared.
	 */
	private Class<?> sent(ResolvableType type) {
		Class<?> raw = type.resolve(Object.class);
		if (CompletionStage.class.isAssignableFrom(raw)) {
			return sent(type.as(CompletionStage.class).getGeneric());
		}
		if (Iterable.class.isAssignableFrom(raw)) {
			return sent(type.as(Iterable.class).getGeneric());
		}
		if (ReactiveAdapterRegistry.getSharedInstance().getAdapter(raw) != null) {
			return sent(type.getGeneric());
		}
		return raw;
	}

	private void assertSendable(Method method, Class<?> type) {
		if (type != Object.class && !CharSequence.class.isAssignableFrom(type)
				&& !MessageContent.class.isAssignableFrom(type)
				&& !ConversationMessageNew.class.isAssignableFrom(type)) {
			throw new InvalidListenerException(method, """
					It returns %s, which cannot be sent as a reply. Return a String, a MessageContent or a \
					ConversationMessageNew, several of them, or nothing.""".formatted(type.getName()));
		}
	}

	private void assertConversations(Method method, Set<String> eventNames) {
		Set<String> conversations = CrispEventTypes.namesOf(ConversationEvent.class);
		String without = eventNames.stream().filter((name) -> !conversations.contains(name)).findFirst().orElse(null);
		if (without != null || eventNames.isEmpty()) {
			throw new InvalidListenerException(method, """
					It returns a reply, but %s belongs to no conversation to reply in. Return nothing, or take a \
					ConversationEvent.""".formatted((without != null) ? "'" + without + "'" : "an unknown event"));
		}
	}

}
