package io.github.crispspring.dispatch;

import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.micrometer.observation.Observation;

/**
 * {@link Observation.Context} for the handling of an event.
 */
public final class CrispEventContext extends Observation.Context {

	private final CrispEvent event;

	private final CrispDelivery delivery;

	CrispEventContext(CrispEvent event, CrispDelivery delivery) {
		this.event = event;
		this.delivery = delivery;
	}

	/**
	 * Return the event.
	 * @return the event
	 */
	public CrispEvent getEvent() {
		return this.event;
	}

	/**
	 * Return how the event was received.
	 * @return the delivery
	 */
	public CrispDelivery getDelivery() {
		return this.delivery;
	}

}
