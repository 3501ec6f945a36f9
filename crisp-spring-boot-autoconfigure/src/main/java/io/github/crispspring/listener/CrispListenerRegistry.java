package io.github.crispspring.listener;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.log.LogMessage;

/**
 * Knows which events the application listens to.
 */
public final class CrispListenerRegistry {

	private static final Log logger = LogFactory.getLog(CrispListenerRegistry.class);

	private final List<CrispListenerMethod> listeners = new CopyOnWriteArrayList<>();

	void add(CrispListenerMethod listener) {
		logger.debug(LogMessage.format("%s listens to %s", listener, listener.eventNames()));
		this.listeners.add(listener);
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
