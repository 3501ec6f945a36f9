package io.github.crispspring.listener;

import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.log.LogMessage;

/**
 * Knows which events the application listens to.
 */
public final class CrispListenerRegistry {

	private static final Log logger = LogFactory.getLog(CrispListenerRegistry.class);

	private final Set<String> eventNames = Collections.synchronizedSet(new TreeSet<>());

	void add(Method method, Set<String> eventNames) {
		logger.debug(LogMessage.format("%s listens to %s", method, eventNames));
		this.eventNames.addAll(eventNames);
	}

	/**
	 * Return the events that are listened to. It is complete once all beans are created.
	 * @return the names of the events, none if there is no listener
	 */
	public Set<String> eventNames() {
		synchronized (this.eventNames) {
			return Set.copyOf(this.eventNames);
		}
	}

}
