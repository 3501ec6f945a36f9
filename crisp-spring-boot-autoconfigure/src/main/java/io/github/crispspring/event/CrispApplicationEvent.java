package io.github.crispspring.event;

import org.springframework.context.PayloadApplicationEvent;
import org.springframework.core.ResolvableType;

/**
 * Application event whose payload is an event from Crisp. The parameter of an
 * {@link org.springframework.context.event.EventListener @EventListener} method can be of
 * this type, which also has the delivery, or of the type of the payload.
 *
 * @param <E> the type of the event
 */
public class CrispApplicationEvent<E extends CrispEvent> extends PayloadApplicationEvent<E> {

	private static final long serialVersionUID = 1L;

	private static final ClassValue<ResolvableType> PAYLOAD_TYPES = new ClassValue<>() {

		@Override
		protected ResolvableType computeValue(Class<?> payload) {
			return ResolvableType.forClass(payload);
		}

	};

	private final transient CrispDelivery delivery;

	/**
	 * Create an application event.
	 * @param event the event
	 * @param delivery the transport
	 */
	public CrispApplicationEvent(E event, CrispDelivery delivery) {
		super(delivery, event, PAYLOAD_TYPES.get(event.getClass()));
		this.delivery = delivery;
	}

	/**
	 * Return how the event was received.
	 * @return the delivery
	 */
	public CrispDelivery getDelivery() {
		return this.delivery;
	}

}
