package io.github.crispspring.listener;

import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;

/**
 * Is told when a listener fails. The delivery fails all the same. A bean of this type
 * takes the place of the one that logs the failure.
 */
@FunctionalInterface
public interface CrispListenerErrorHandler {

	/**
	 * Handle the failure of a listener.
	 * @param failure what the listener threw, or its publisher failed with
	 * @param event what it failed to handle
	 * @param delivery how the event came
	 */
	void handle(Throwable failure, CrispEvent event, CrispDelivery delivery);

}
