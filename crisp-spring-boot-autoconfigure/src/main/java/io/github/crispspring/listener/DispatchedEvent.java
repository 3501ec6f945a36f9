package io.github.crispspring.listener;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.crispspring.event.CrispApplicationEvent;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * An event on its way through the listeners, which leave here what is still to be done
 * when their method has returned.
 */
final class DispatchedEvent<E extends CrispEvent> extends CrispApplicationEvent<E> {

	private static final long serialVersionUID = 1L;

	private final transient List<Mono<Void>> handlings = new CopyOnWriteArrayList<>();

	private final transient CrispListenerErrorHandler errorHandler;

	DispatchedEvent(E event, CrispDelivery delivery, CrispListenerErrorHandler errorHandler) {
		super(event, delivery);
		this.errorHandler = errorHandler;
	}

	void add(Mono<Void> handling) {
		this.handlings
			.add(handling.doOnError((failure) -> this.errorHandler.handle(failure, getPayload(), getDelivery())));
	}

	/**
	 * Completes when all listeners are done, one after the other, with an error if one
	 * failed.
	 */
	Mono<Void> handled() {
		return Flux.concatDelayError(Flux.fromIterable(this.handlings)).then();
	}

}
