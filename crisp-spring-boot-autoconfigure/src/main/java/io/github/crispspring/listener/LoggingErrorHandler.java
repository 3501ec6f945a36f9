package io.github.crispspring.listener;

import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Logs the failure of a listener, and nothing of what was written.
 */
public final class LoggingErrorHandler implements CrispListenerErrorHandler {

	private static final Log logger = LogFactory.getLog(LoggingErrorHandler.class);

	@Override
	public void handle(Throwable failure, CrispEvent event, CrispDelivery delivery) {
		logger.error("A listener failed to handle '%s', which came by %s (attempt %d)".formatted(event.name(),
				delivery.transport(), delivery.attempt()), failure);
	}

}
