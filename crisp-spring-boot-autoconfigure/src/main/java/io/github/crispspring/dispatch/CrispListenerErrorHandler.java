package io.github.crispspring.dispatch;

import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;

/**
 * Callback invoked when an event was accepted but could not be handled, after any
 * retries. It may block, for example to store the event for later. The failure has been
 * logged before.
 * <p>
 * The result of the event does not depend on the callback: it has failed. An exception
 * that the callback throws is logged and otherwise ignored. All beans of this type are
 * invoked, in order.
 */
@FunctionalInterface
public interface CrispListenerErrorHandler {

	/**
	 * Handle the failure of an event. Called on a listener thread, before a later event
	 * of the same conversation is handled. If a webhook is delivered again and fails
	 * again, this method is called again.
	 * @param failure the first failure, with those of further listeners as
	 * {@linkplain Throwable#getSuppressed() suppressed}; a
	 * {@link java.util.concurrent.TimeoutException} if the time limit has passed
	 * @param event the event
	 * @param delivery how the event was received
	 */
	void handle(Throwable failure, CrispEvent event, CrispDelivery delivery);

}
