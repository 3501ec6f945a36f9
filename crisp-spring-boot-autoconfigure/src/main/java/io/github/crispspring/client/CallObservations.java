package io.github.crispspring.client;

import java.util.function.Function;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Observes calls. What is observed where a call is subscribed to is its parent: that of
 * the reactive context or, for an application that blocks, that of the thread.
 */
record CallObservations(ObservationRegistry registry, @Nullable CrispCallObservationConvention convention,
		boolean furtherAccount) {

	private static final CrispCallObservationConvention DEFAULT_CONVENTION = new DefaultCrispCallObservationConvention();

	static final CallObservations NONE = new CallObservations(ObservationRegistry.NOOP, null, false);

	CallObservations ofFurtherAccount() {
		return new CallObservations(this.registry, this.convention, true);
	}

	<T> Mono<T> observe(CrispRoute route, Function<Observation, Mono<T>> call) {
		if (this.registry.isNoop()) {
			return call.apply(Observation.NOOP);
		}
		return Mono.deferContextual((context) -> Mono.using(() -> start(route, context),
				(observation) -> scoped(observation, call.apply(observation).doOnError(observation::error))
					.contextWrite((outer) -> outer.put(ObservationThreadLocalAccessor.KEY, observation)),
				Observation::stop));
	}

	/**
	 * A tracer asks the thread before the reactive context: where a call blocks, it would
	 * else take the request for a child of what called.
	 */
	private <T> Mono<T> scoped(Observation observation, Mono<T> call) {
		return Mono.from((subscriber) -> observation.scoped(() -> call.subscribe(subscriber)));
	}

	private Observation start(CrispRoute route, ContextView context) {
		Observation observation = CrispCallObservation.CRISP_CALL.observation(this.convention, DEFAULT_CONVENTION,
				() -> new CrispCallContext(route, this.furtherAccount), this.registry);
		Observation parent = context.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
		if (parent != null) {
			observation.parentObservation(parent);
		}
		return observation.start();
	}

}
