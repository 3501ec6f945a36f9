package io.github.crispspring.listener;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import io.github.crispspring.event.CrispEvent;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.log.LogMessage;

/**
 * Knows which events the application listens to.
 */
public final class CrispListenerRegistry {

	private static final Log logger = LogFactory.getLog(CrispListenerRegistry.class);

	/**
	 * How many names are hinted at, as names come from outside.
	 */
	private static final int MAX_HINTS = 1000;

	private final List<CrispListenerMethod> listeners = new CopyOnWriteArrayList<>();

	private final Set<String> hinted = ConcurrentHashMap.newKeySet();

	void add(CrispListenerMethod listener) {
		logger.debug(LogMessage.format("%s listens to %s", listener, listener.eventNames()));
		this.listeners.add(listener);
	}

	/**
	 * Say so, once for each name, where nothing listens to an event: that may be meant,
	 * but it is also what a forgotten annotation looks like.
	 */
	void hint(CrispEvent event) {
		if (logger.isDebugEnabled() && this.listeners.stream().noneMatch((listener) -> listener.listensTo(event))
				&& this.hinted.size() < MAX_HINTS && this.hinted.add(event.name())) {
			logger.debug(LogMessage.format(
					"No @CrispListener listens to '%s', which has come. Further ones are not reported.", event.name()));
		}
	}

	/**
	 * Return the listeners. It is complete once all beans are created.
	 * @return the listeners in the order they were found
	 */
	public List<Listener> listeners() {
		return this.listeners.stream()
			.map((listener) -> new Listener(listener.getListenerId(), listener.toString(), listener.eventNames()))
			.toList();
	}

	/**
	 * Return the events that are listened to. It is complete once all beans are created.
	 * @return the names of the events, none if there is no listener
	 */
	public Set<String> eventNames() {
		return this.listeners.stream()
			.flatMap((listener) -> listener.eventNames().stream())
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * One listener.
	 *
	 * @param id its name
	 * @param method the annotated method
	 * @param eventNames the events that it listens to
	 */
	public record Listener(String id, String method, Set<String> eventNames) {

	}

}
