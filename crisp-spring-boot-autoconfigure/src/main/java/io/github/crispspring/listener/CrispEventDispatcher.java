package io.github.crispspring.listener;

import java.util.concurrent.Executor;

import io.github.crispspring.event.ConversationEvent;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;

import org.springframework.context.ApplicationEventPublisher;

/**
 * The one door through which events reach the listeners, whichever way they came: events
 * of one conversation in order, one at a time, different conversations at the same time.
 */
public final class CrispEventDispatcher {

	private static final Log logger = LogFactory.getLog(CrispEventDispatcher.class);

	private final ApplicationEventPublisher publisher;

	private final Lanes lanes;

	/**
	 * Create a dispatcher.
	 * @param publisher how events are published
	 * @param executor what listeners run on; they may block
	 * @param capacity how many events may wait or be handled at the same time
	 */
	public CrispEventDispatcher(ApplicationEventPublisher publisher, Executor executor, int capacity) {
		this.publisher = publisher;
		this.lanes = new Lanes(executor, capacity);
	}

	/**
	 * Accept an event. It is handled whether or not anybody subscribes to the result, and
	 * a failure is logged.
	 * @param event what happened
	 * @param delivery how it came
	 * @return completes when all listeners are done and their replies are sent, with an
	 * error if a listener failed
	 * @throws CrispSaturatedException if the event was not accepted
	 */
	public Mono<Void> dispatch(CrispEvent event, CrispDelivery delivery) {
		return this.lanes.submit(lane(event), () -> handle(event, delivery));
	}

	private String lane(CrispEvent event) {
		return (event instanceof ConversationEvent conversation) ? conversation.sessionId()
				: String.valueOf(event.websiteId());
	}

	private Mono<Void> handle(CrispEvent event, CrispDelivery delivery) {
		DispatchedEvent<CrispEvent> dispatched = new DispatchedEvent<>(event, delivery);
		try {
			this.publisher.publishEvent(dispatched);
		}
		catch (Exception | LinkageError | AssertionError ex) {
			// From a plain @EventListener, behind which no other is called
			dispatched.add(Mono.error(ex));
		}
		return dispatched.handled()
			.doOnError((ex) -> logger.error("A listener failed to handle '%s'".formatted(event.name()), ex));
	}

}
