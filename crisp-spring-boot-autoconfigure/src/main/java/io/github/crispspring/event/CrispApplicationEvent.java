package io.github.crispspring.event;

import org.springframework.context.PayloadApplicationEvent;
import org.springframework.core.ResolvableType;

/**
 * The application event that carries an event of Crisp. A plain
 * {@link org.springframework.context.event.EventListener @EventListener} can take this
 * type, to see the delivery too, or just the event.
 *
 * @param <E> the type of the event
 */
public class CrispApplicationEvent<E extends CrispEvent> extends PayloadApplicationEvent<E> {

	private static final long serialVersionUID = 1L;

	private final transient CrispDelivery delivery;

	/**
	 * Create an application event.
	 * @param event what happened
	 * @param delivery how it came
	 */
	public CrispApplicationEvent(E event, CrispDelivery delivery) {
		super(delivery, event, ResolvableType.forInstance(event));
		this.delivery = delivery;
	}

	/**
	 * Return how the event came.
	 * @return the delivery
	 */
	public CrispDelivery getDelivery() {
		return this.delivery;
	}

}
