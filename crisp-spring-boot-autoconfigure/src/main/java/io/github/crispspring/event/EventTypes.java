package io.github.crispspring.event;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Registry of the known events, derived from the sealed hierarchy of {@link CrispEvent}.
 */
final class EventTypes {

	private EventTypes() {
	}

	static Set<String> namesOf(Class<?> type) {
		// Do not load the records of other events at startup
		Stream<Class<? extends CrispEvent>> candidates = CrispEvent.class.isAssignableFrom(type) ? records(type)
				: Known.TYPES.values().stream().filter(type::isAssignableFrom);
		return candidates.map(EventTypes::readName).collect(Collectors.toCollection(TreeSet::new));
	}

	static @Nullable Class<? extends CrispEvent> typeOf(String name) {
		return Known.TYPES.get(name);
	}

	static String nameOf(Class<?> type) {
		String name = Known.NAMES.get(type);
		Assert.state(name != null, () -> type + " is not an event with a name");
		return name;
	}

	/**
	 * Return whether events of a type always belong to a website.
	 */
	static boolean belongsToWebsite(Class<? extends CrispEvent> type) {
		Method websiteId = ClassUtils.getMethod(type, "websiteId");
		return !websiteId.getAnnotatedReturnType().isAnnotationPresent(Nullable.class);
	}

	/**
	 * Return the problem of an event without a required identifier, which JSON may lack.
	 * @return the problem, or {@code null} if the event is complete
	 */
	static @Nullable String missing(@Nullable CrispEvent event) {
		if (event == null) {
			return "it has no data";
		}
		if (event instanceof ConversationEvent conversation && isMissing(conversation.sessionId())) {
			return "'session_id' is missing";
		}
		boolean lacksWebsite = isMissing(event.websiteId()) && belongsToWebsite(event.getClass());
		return lacksWebsite ? "'website_id' is missing" : null;
	}

	private static boolean isMissing(@Nullable Object value) {
		return value == null;
	}

	@SuppressWarnings("unchecked")
	private static Stream<Class<? extends CrispEvent>> records(Class<?> type) {
		if (type.isRecord()) {
			return (type != UnknownEvent.class) ? Stream.of((Class<? extends CrispEvent>) type) : Stream.empty();
		}
		return Stream.of(type.getPermittedSubclasses()).flatMap(EventTypes::records);
	}

	private static Class<? extends CrispEvent> ambiguous(Class<?> one, Class<?> other) {
		throw new IllegalStateException(one + " and " + other + " have the same event name");
	}

	private static String readName(Class<?> type) {
		try {
			return (String) type.getField("NAME").get(null);
		}
		catch (ReflectiveOperationException ex) {
			ReflectionUtils.handleReflectionException(ex);
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Holder of all events, loaded when the first event is received.
	 */
	private static final class Known {

		private static final Map<String, Class<? extends CrispEvent>> TYPES = records(CrispEvent.class).distinct()
			.collect(Collectors.toUnmodifiableMap(EventTypes::readName, (type) -> type, EventTypes::ambiguous));

		private static final Map<Class<?>, String> NAMES = TYPES.entrySet()
			.stream()
			.collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

	}

}
