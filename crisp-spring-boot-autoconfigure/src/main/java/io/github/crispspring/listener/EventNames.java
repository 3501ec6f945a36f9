package io.github.crispspring.listener;

import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.UnknownEvent;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;

/**
 * Events that a listener receives, selected by its annotation and its parameter.
 *
 * @param names the names, with patterns and types expanded to the known events
 * @param written the names that the listener selects one by one
 * @param prefixes the beginnings of the names of later events, {@code ""} for all
 */
record EventNames(Set<String> names, Set<String> written, List<String> prefixes) {

	private static final Log logger = LogFactory.getLog(CrispListener.class);

	private static final Pattern FORM = Pattern.compile("[a-z]+(:[a-z_]+)+");

	static EventNames of(Method method, String[] patterns, @Nullable Class<?> eventType) {
		if (patterns.length == 0) {
			return ofType(method, eventType);
		}
		boolean later = eventType == null || eventType.isAssignableFrom(UnknownEvent.class);
		Set<String> names = new LinkedHashSet<>();
		Set<String> written = new LinkedHashSet<>();
		Set<String> prefixes = new LinkedHashSet<>();
		for (String pattern : patterns) {
			if (pattern.endsWith("*")) {
				String prefix = pattern.substring(0, pattern.length() - 1);
				names.addAll(startingWith(method, prefix));
				prefixes.add(prefix);
			}
			else {
				requireName(method, pattern, later);
				names.add(pattern);
				written.add(pattern);
			}
		}
		if (eventType != null && eventType != UnknownEvent.class) {
			Set<String> named = Set.copyOf(names);
			Set<String> taken = CrispEvent.namesOf(eventType);
			names.removeIf((name) -> !taken.contains(name) && !(later && isLater(name)));
			if (names.isEmpty()) {
				throw new InvalidListenerException(method,
						"Its annotation names %s, but its parameter of type %s accepts none of these events."
							.formatted(named, eventType.getSimpleName()),
						"Remove the names, or use a parameter of type CrispEvent.");
			}
			written.retainAll(names);
		}
		return new EventNames(names, written, later ? List.copyOf(prefixes) : List.of());
	}

	private static EventNames ofType(Method method, @Nullable Class<?> eventType) {
		if (eventType == null) {
			throw new InvalidListenerException(method, "Neither a parameter nor its annotation selects events.",
					"Add an event parameter, such as MessageSend, or name the event: @CrispListener(\"message:send\").");
		}
		Set<String> names = CrispEvent.namesOf(eventType);
		return new EventNames(names, eventType.isRecord() ? names : Set.of(),
				eventType.isAssignableFrom(UnknownEvent.class) ? List.of("") : List.of());
	}

	private static List<String> startingWith(Method method, String prefix) {
		List<String> names = known().filter((name) -> name.startsWith(prefix)).toList();
		if (names.isEmpty()) {
			throw new InvalidListenerException(method, "No event matches '%s*'.".formatted(prefix),
					"Did you mean one of %s?".formatted(nearest(prefix)));
		}
		return names;
	}

	/**
	 * Check a name. An unknown name may be that of an event that Crisp has added later.
	 */
	private static void requireName(Method method, String name, boolean later) {
		if (!isLater(name)) {
			return;
		}
		if (!later || !FORM.matcher(name).matches()) {
			throw new InvalidListenerException(method, "The event '%s' does not exist.".formatted(name),
					"Did you mean one of %s?".formatted(nearest(name)));
		}
		logger.warn(LogMessage.format(
				"Listener method '%s' selects event '%s', which this version does not know. Unless Crisp has added it, check the name; the nearest known event is '%s'",
				method.toGenericString(), name, nearest(name).get(0)));
	}

	private static boolean isLater(String name) {
		return known().noneMatch(name::equals);
	}

	private static Stream<String> known() {
		return CrispEvent.namesOf(CrispEvent.class).stream();
	}

	private static List<String> nearest(String name) {
		return NearestNames.to(name, CrispEvent.namesOf(CrispEvent.class));
	}

	/**
	 * Return whether an event of the type that the listener takes is received.
	 */
	boolean contains(String name) {
		return this.names.contains(name) || this.prefixes.stream().anyMatch(name::startsWith);
	}

	/**
	 * Return whether every event is selected, known or not.
	 */
	boolean isUnlimited() {
		return this.prefixes.contains("");
	}

	/**
	 * Return the events that are selected although they are never delivered.
	 */
	Set<String> undelivered(Predicate<String> delivered) {
		Set<String> undelivered = new TreeSet<>(this.written);
		undelivered.removeIf(delivered);
		return (undelivered.isEmpty() && this.names.stream().noneMatch(delivered)) ? this.names : undelivered;
	}

}
