package io.github.crispspring.listener;

import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.CrispEventTypes;
import org.jspecify.annotations.Nullable;

/**
 * Which events a listener receives: those that its annotation names and its parameter
 * takes.
 */
final class EventNames {

	private static final int SUGGESTIONS = 3;

	private EventNames() {
	}

	static Set<String> of(Method method, String[] patterns, @Nullable Class<?> eventType) {
		Set<String> named = named(method, patterns);
		if (eventType == null) {
			if (named.isEmpty()) {
				throw new InvalidListenerException(method,
						"Nothing says which events it receives. Take one as a parameter, such as MessageSend, or name it: @CrispListener(\"message:send\").");
			}
			return named;
		}
		Set<String> taken = CrispEventTypes.namesOf(eventType);
		if (named.isEmpty()) {
			return taken;
		}
		Set<String> both = new LinkedHashSet<>(named);
		both.retainAll(taken);
		if (both.isEmpty()) {
			throw new InvalidListenerException(method,
					"Its annotation names %s, but its parameter %s is none of these. Leave the names out, or take a CrispEvent."
						.formatted(named, eventType.getSimpleName()));
		}
		return both;
	}

	private static Set<String> named(Method method, String[] patterns) {
		if (patterns.length == 0) {
			return Set.of();
		}
		Set<String> known = CrispEventTypes.namesOf(CrispEvent.class);
		Set<String> named = new LinkedHashSet<>();
		for (String pattern : patterns) {
			Set<String> matching = known.stream()
				.filter((name) -> pattern.endsWith("*") ? name.startsWith(pattern.substring(0, pattern.length() - 1))
						: name.equals(pattern))
				.collect(Collectors.toCollection(LinkedHashSet::new));
			if (matching.isEmpty()) {
				throw new InvalidListenerException(method,
						"There is no event '%s'. Did you mean one of %s?".formatted(pattern, nearest(pattern, known)));
			}
			named.addAll(matching);
		}
		return named;
	}

	private static List<String> nearest(String pattern, Set<String> known) {
		return known.stream()
			.sorted(Comparator.comparingInt((name) -> distance(pattern, name)))
			.limit(SUGGESTIONS)
			.toList();
	}

	/**
	 * How many letters have to be changed to make one text of the other.
	 */
	private static int distance(String one, String other) {
		int[] previous = new int[other.length() + 1];
		for (int j = 0; j <= other.length(); j++) {
			previous[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			int[] current = new int[other.length() + 1];
			current[0] = i;
			for (int j = 1; j <= other.length(); j++) {
				int replaced = previous[j - 1] + ((one.charAt(i - 1) == other.charAt(j - 1)) ? 0 : 1);
				current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
			}
			previous = current;
		}
		return previous[other.length()];
	}

}
