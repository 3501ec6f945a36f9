package io.github.crispspring.listener;

import java.lang.reflect.Method;
import java.util.concurrent.CompletionStage;

import io.github.crispspring.client.website.conversation.NewConversationMessage;
import io.github.crispspring.message.MessageContent;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ResolvableType;
import org.springframework.core.log.LogMessage;

/**
 * Return value of a listener method: nothing, or replies.
 */
final class ListenerReturn {

	private static final Log logger = LogFactory.getLog(CrispListener.class);

	private final boolean reply;

	ListenerReturn(Method method, Class<?> beanType) {
		Class<?> type = sent(SuspendingFunctions.returnType(method, beanType));
		this.reply = (!isNothing(type) && !isNested(type));
		if (this.reply) {
			assertSendable(method, type);
		}
		else if (isNested(type)) {
			logger.warn(LogMessage.format(
					"Listener method '%s' returns %s, which is not sent as a reply. To reply, return a String, a MessageContent or a NewConversationMessage; otherwise return nothing.",
					method.toGenericString(), type.getName()));
		}
	}

	/**
	 * Return whether the method may return a reply.
	 */
	boolean isReply() {
		return this.reply;
	}

	/**
	 * Return whether a type stands for no value: that of Java, or that of Kotlin.
	 */
	static boolean isNothing(Class<?> type) {
		return type == void.class || type == Void.class || type.getName().equals("kotlin.Unit");
	}

	/**
	 * Return whether values of a type consist of values of the same type, as those of
	 * {@code JsonNode} and {@code Path} do. They are not lists of replies.
	 */
	static boolean isNested(Class<?> type) {
		Class<?> element = ResolvableType.forClass(type).as(Iterable.class).getGeneric().resolve(Object.class);
		return element != Object.class && element.isAssignableFrom(type);
	}

	/**
	 * Return the type of the reply without its wrappers, {@code Object} if it is not
	 * declared.
	 */
	private Class<?> sent(ResolvableType type) {
		Class<?> raw = type.resolve(Object.class);
		if (isNested(raw)) {
			return raw;
		}
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
				&& !NewConversationMessage.class.isAssignableFrom(type)) {
			throw new InvalidListenerException(method,
					"It returns %s, which cannot be sent as a reply.".formatted(type.getName()),
					"Return a String, a MessageContent or a NewConversationMessage, several of them, or nothing.");
		}
	}

}
