package io.github.crispspring.dispatch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.crispspring.event.CrispEvent;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.log.LogMessage;

/**
 * Logger for events without a listener, which may be intended or the result of a missing
 * annotation. Each name is logged once.
 */
final class MissingListenerLogger {

	private static final Log logger = LogFactory.getLog(CrispEventDispatcher.class);

	/**
	 * Maximum number of names, as unknown names may be any text.
	 */
	private static final int MAX_NAMES = 1000;

	private final Set<String> names = ConcurrentHashMap.newKeySet();

	void add(CrispEvent event) {
		if (logger.isDebugEnabled() && this.names.size() < MAX_NAMES && this.names.add(event.name())) {
			logger.debug(LogMessage.format(
					"No @CrispListener exists for event '%s', which was received. Further events of this name are not logged.",
					event.name()));
		}
	}

}
