package io.github.crispspring.dispatch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.crispspring.event.CrispEvent;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.log.LogMessage;

/**
 * Logs, once for each name, that no listener exists for an event. That may be intended,
 * but it is also what a missing annotation looks like.
 */
final class UnmatchedEvents {

	private static final Log logger = LogFactory.getLog(CrispEventDispatcher.class);

	/**
	 * Names come from outside, so their number is limited.
	 */
	private static final int MAX_NAMES = 1000;

	private final Set<String> names = ConcurrentHashMap.newKeySet();

	void add(CrispEvent event) {
		if (logger.isDebugEnabled() && this.names.size() < MAX_NAMES && this.names.add(event.name())) {
			logger.debug(LogMessage.format(
					"No @CrispListener exists for event '%s', which was received. Further ones are not logged.",
					event.name()));
		}
	}

}
