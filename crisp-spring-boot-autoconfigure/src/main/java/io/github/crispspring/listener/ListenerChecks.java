package io.github.crispspring.listener;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.github.crispspring.event.ConversationEvent;
import io.github.crispspring.event.CrispEvent;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Checks of the attributes of a {@link CrispListener} annotation, so that a mistake is
 * reported at startup.
 */
final class ListenerChecks {

	private static final List<String> MESSAGE_TYPES = List.of("text", "note", "file", "animation", "audio", "picker",
			"field", "carousel", "event");

	private ListenerChecks() {
	}

	/**
	 * Check that the events of a method that uses their conversation belong to one.
	 * Unknown events are checked when they are received.
	 */
	static void conversations(Method method, @Nullable Class<?> eventType, EventNames events) {
		if (eventType != null && ConversationEvent.class.isAssignableFrom(eventType)) {
			return;
		}
		Set<String> without = new LinkedHashSet<>(events.names());
		without.retainAll(CrispEvent.namesOf(CrispEvent.class));
		without.removeAll(CrispEvent.namesOf(ConversationEvent.class));
		if (!without.isEmpty() || events.names().isEmpty()) {
			String event = without.isEmpty() ? "an unknown event" : "'" + without.iterator().next() + "'";
			throw new InvalidListenerException(method,
					"It replies or acts in the conversation, but %s does not belong to a conversation."
						.formatted(event),
					"Use a ConversationEvent parameter or name events of conversations. Otherwise, return no reply, use no CrispConversation parameter and do not set 'typing'.");
		}
	}

	/**
	 * Check that types of messages exist.
	 */
	static void messageTypes(Method method, String[] types) {
		for (String type : types) {
			if (!MESSAGE_TYPES.contains(type)) {
				throw new InvalidListenerException(method, "The message type '%s' does not exist.".formatted(type),
						"Did you mean '%s'? Message types are %s."
							.formatted(NearestNames.to(type, MESSAGE_TYPES).get(0), MESSAGE_TYPES));
			}
		}
	}

	/**
	 * Resolve the identifiers of websites. At least one must remain, as the method would
	 * otherwise receive the events of any website.
	 */
	static Set<String> websites(Method method, String[] websites, Function<String, @Nullable String> placeholders) {
		Set<String> trimmed = resolve(websites, placeholders);
		if (trimmed.isEmpty() && websites.length > 0) {
			throw new InvalidListenerException(method,
					"Its attribute 'websites' %s resolves to no website.".formatted(Arrays.toString(websites)),
					"Set the property to the identifiers of websites, or remove 'websites' to receive the events of any.");
		}
		return trimmed;
	}

	/**
	 * Resolve the names of accounts, which must exist. At least one must remain, as the
	 * method would otherwise receive the events of any account.
	 */
	static Set<String> accounts(Method method, String[] accounts, Set<String> known,
			Function<String, @Nullable String> placeholders) {
		Set<String> resolved = resolve(accounts, placeholders);
		if (resolved.isEmpty() && accounts.length > 0) {
			throw new InvalidListenerException(method,
					"Its attribute 'accounts' %s resolves to no account.".formatted(Arrays.toString(accounts)),
					"Set the property to names of accounts, or remove 'accounts' to receive the events of any.");
		}
		for (String account : resolved) {
			if (!known.contains(account)) {
				throw new InvalidListenerException(method, "The account '%s' is not configured.".formatted(account),
						"Configured accounts are %s. Configure it with 'crisp.accounts.%s', or correct the attribute 'accounts'."
							.formatted(known, account));
			}
		}
		return resolved;
	}

	private static Set<String> resolve(String[] values, Function<String, @Nullable String> placeholders) {
		Set<String> resolved = new LinkedHashSet<>();
		for (String value : values) {
			StringUtils.commaDelimitedListToSet(placeholders.apply(value))
				.stream()
				.map(String::strip)
				.filter(StringUtils::hasText)
				.forEach(resolved::add);
		}
		return resolved;
	}

}
