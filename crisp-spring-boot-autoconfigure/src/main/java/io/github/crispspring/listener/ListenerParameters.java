package io.github.crispspring.listener;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.crispspring.client.website.conversation.CrispConversation;
import io.github.crispspring.client.website.conversation.ReactiveCrispConversation;
import io.github.crispspring.event.CrispApplicationEvent;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.UnknownEvent;
import io.github.crispspring.json.CrispJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.core.ResolvableType;

/**
 * Parameters of a listener method.
 */
final class ListenerParameters {

	private final List<Argument> arguments = new ArrayList<>();

	private final ListenerReplies replies;

	private final int size;

	private @Nullable Class<?> eventType;

	private boolean conversation;

	ListenerParameters(Method method, Class<?> beanType, ListenerReplies replies) {
		this.replies = replies;
		for (int i = 0; i < SuspendingFunctions.parameterCount(method); i++) {
			this.arguments.add(argument(method, ResolvableType.forMethodParameter(method, i, beanType)));
		}
		this.size = method.getParameterCount();
	}

	/**
	 * Return the type of the event that the method takes, or {@code null} if it takes
	 * none.
	 */
	@Nullable Class<?> eventType() {
		return this.eventType;
	}

	/**
	 * Return whether the method takes the conversation.
	 */
	boolean takesConversation() {
		return this.conversation;
	}

	/**
	 * Return the arguments for an event. That of the {@code Continuation} of a suspending
	 * function is {@code null}, as Spring expects.
	 */
	@Nullable Object[] resolve(CrispApplicationEvent<?> event) {
		@Nullable Object[] values = new Object[this.size];
		for (int i = 0; i < this.arguments.size(); i++) {
			values[i] = this.arguments.get(i).resolve(event);
		}
		return values;
	}

	private Argument argument(Method method, ResolvableType parameter) {
		Class<?> type = parameter.toClass();
		if (type == CrispDelivery.class) {
			return CrispApplicationEvent::getDelivery;
		}
		if (type == CrispConversation.class) {
			this.conversation = true;
			return (event) -> this.replies.blockingConversation(event);
		}
		if (type == ReactiveCrispConversation.class) {
			this.conversation = true;
			return (event) -> this.replies.conversation(event);
		}
		if (type == JsonNode.class) {
			return (event) -> event.getDelivery().raw();
		}
		if (type == Map.class) {
			return (event) -> CrispJson.mapper().convertValue(event.getDelivery().raw(), Map.class);
		}
		boolean whole = CrispApplicationEvent.class.isAssignableFrom(type);
		Class<?> eventType = whole ? parameter.as(CrispApplicationEvent.class).getGeneric().resolve(CrispEvent.class)
				: type;
		if (this.eventType != null) {
			throw new InvalidListenerException(method, "It has more than one event parameter.",
					"Use one event parameter, or a method for each event.");
		}
		if (eventType != UnknownEvent.class && CrispEvent.namesOf(eventType).isEmpty()) {
			throw new InvalidListenerException(method,
					"Its parameter of type %s is not a Crisp event.".formatted(eventType.getName()), """
							Use one of the records in '%s', such as MessageSend, or an interface that they implement. \
							CrispDelivery, CrispConversation and ReactiveCrispConversation are supported as well."""
						.formatted(CrispEvent.class.getPackageName()));
		}
		this.eventType = eventType;
		return whole ? (event) -> event : CrispApplicationEvent::getPayload;
	}

	/**
	 * Resolver for the value of one parameter.
	 */
	private interface Argument {

		@Nullable Object resolve(CrispApplicationEvent<?> event);

	}

}
