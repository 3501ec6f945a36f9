package io.github.crispspring.listener;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.github.crispspring.event.CrispApplicationEvent;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import reactor.core.Fuseable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.core.ResolvableType;

/**
 * An event on its way through the listeners, which leave here what is still to be done
 * when their method has returned.
 */
final class DispatchedEvent<E extends CrispEvent> extends CrispApplicationEvent<E> {

	private static final long serialVersionUID = 1L;

	private static final ClassValue<ResolvableType> TYPES = new ClassValue<>() {

		@Override
		protected ResolvableType computeValue(Class<?> payload) {
			return ResolvableType.forClassWithGenerics(DispatchedEvent.class, payload);
		}

	};

	private final transient List<Mono<Void>> handlings = new CopyOnWriteArrayList<>();

	private final transient Sinks.Empty<Void> stuck = Sinks.empty();

	private final transient CrispListenerErrorHandler errorHandler;

	private final transient TimeLimit timeLimit;

	private volatile boolean failed;

	DispatchedEvent(E event, CrispDelivery delivery, CrispListenerErrorHandler errorHandler, TimeLimit timeLimit) {
		super(event, delivery);
		this.errorHandler = errorHandler;
		this.timeLimit = timeLimit;
	}

	/**
	 * Made once for each kind of event, as the listeners are looked up by it.
	 */
	@Override
	public ResolvableType getResolvableType() {
		return TYPES.get(getPayload().getClass());
	}

	/**
	 * Call a listener's method now, which may not take too long.
	 * @return what is left to do when it has returned
	 */
	Mono<Void> call(Supplier<Mono<Void>> method) {
		return noted(this.timeLimit.call(() -> noted(method.get()), this::giveUp));
	}

	/**
	 * Note something that is left to do.
	 */
	void add(Mono<Void> handling) {
		this.handlings.add(noted(handling).doOnError(this::report));
	}

	/**
	 * Note whether something has failed already, rather than being left to do.
	 */
	private Mono<Void> noted(Mono<Void> handling) {
		if (handling instanceof Fuseable.ScalarCallable<?> ended) {
			try {
				ended.call();
			}
			catch (Throwable ex) {
				this.failed = true;
			}
		}
		return handling;
	}

	/**
	 * Whether a listener's method has failed, not what it left to do.
	 */
	boolean hasFailed() {
		return this.failed;
	}

	private void giveUp() {
		TimeoutException failure = this.timeLimit.exceeded();
		report(failure);
		this.stuck.tryEmitError(failure);
	}

	private void report(Throwable failure) {
		this.errorHandler.handle(failure, getPayload(), getDelivery());
	}

	/**
	 * Give something up when a listener neither returns nor ends when it is interrupted:
	 * it keeps the thread, and what it was called by.
	 */
	Mono<Void> unlessStuck(Mono<Void> handling) {
		return this.timeLimit.isNone() ? handling : Mono.firstWithSignal(this.stuck.asMono(), handling);
	}

	/**
	 * Completes when all listeners are done, one after the other, with an error if one
	 * failed.
	 */
	Mono<Void> handled() {
		return switch (this.handlings.size()) {
			case 0 -> Mono.empty();
			case 1 -> this.handlings.get(0);
			default -> Flux.concatDelayError(Flux.fromIterable(this.handlings)).then();
		};
	}

}
