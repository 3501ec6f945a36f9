package io.github.crispspring.client;

import java.util.function.Function;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Creates an observation for each call. Its parent is the observation at the time of
 * subscription: from the reactive context or, in a blocking application, from the thread.
 */
record CallObservations(ObservationRegistry registry, @Nullable CrispCallObservationConvention convention,
		@Nullable String account) {

	private static final CrispCallObservationConvention DEFAULT_CONVENTION = new DefaultCrispCallObservationConvention();

	static final CallObservations NONE = new CallObservations(ObservationRegistry.NOOP, null,
			CrispRestBuilder.DEFAULT_ACCOUNT);

	CallObservations ofAccount(@Nullable String account) {
		return new CallObservations(this.registry, this.convention, account);
	}

	<T> Mono<T> observe(CrispRoute route, Function<Observation, Mono<T>> call) {
		if (this.registry.isNoop()) {
			return call.apply(Observation.NOOP);
		}
		return Mono.deferContextual((context) -> {
			CrispCallContext callContext = new CrispCallContext(route, this.account);
			return Mono.using(() -> start(callContext, context),
					(observation) -> scoped(observation,
							call.apply(observation)
								.doOnSuccess((response) -> callContext.succeed())
								.doOnError(observation::error))
						.contextWrite((outer) -> outer.put(ObservationThreadLocalAccessor.KEY, observation)),
					(observation) -> {
						callContext.end();
						observation.stop();
					});
		});
	}

	/**
	 * Make the observation current on the thread. A tracer prefers the observation of the
	 * thread to that of the reactive context, so that the HTTP request of a blocking call
	 * would otherwise become a child of the caller's observation.
	 */
	private <T> Mono<T> scoped(Observation observation, Mono<T> call) {
		return Mono.from((subscriber) -> observation.scoped(() -> call.subscribe(subscriber)));
	}

	private Observation start(CrispCallContext callContext, ContextView context) {
		Observation observation = CrispCallObservation.CRISP_CALL.observation(this.convention, DEFAULT_CONVENTION,
				() -> callContext, this.registry);
		Observation parent = context.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
		if (parent != null) {
			observation.parentObservation(parent);
		}
		return observation.start();
	}

}
