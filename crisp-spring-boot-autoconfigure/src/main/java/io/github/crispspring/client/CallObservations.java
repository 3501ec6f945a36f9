package io.github.crispspring.client;

import java.util.function.Function;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Creates an observation for each call. Its parent is the observation at the time of
 * subscription: from the reactive context or, in a blocking application, from the thread.
 */
record CallObservations(ObservationRegistry registry, @Nullable CrispCallObservationConvention convention,
		@Nullable String account) {

	private static final Log logger = LogFactory.getLog(CallObservations.class);

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
								.doOnError((ex) -> call(() -> observation.error(ex))))
						.contextWrite((outer) -> outer.put(ObservationThreadLocalAccessor.KEY, observation)),
					(observation) -> {
						callContext.end();
						call(observation::stop);
					});
		});
	}

	/**
	 * Make the observation current on the thread. A tracer prefers the observation of the
	 * thread to that of the reactive context, so that the HTTP request of a blocking call
	 * would otherwise become a child of the caller's observation.
	 */
	private <T> Mono<T> scoped(Observation observation, Mono<T> call) {
		return Mono.from((subscriber) -> {
			Observation.Scope previous = this.registry.getCurrentObservationScope();
			call(observation::openScope);
			try {
				call.subscribe(subscriber);
			}
			finally {
				close(this.registry.getCurrentObservationScope(), previous);
			}
		});
	}

	/**
	 * Close the scope of the call. If a handler fails, its observation would otherwise
	 * remain the current one of this thread.
	 */
	private void close(Observation.@Nullable Scope scope, Observation.@Nullable Scope previous) {
		if (scope != null && scope != previous) {
			call(scope::close);
		}
		if (this.registry.getCurrentObservationScope() != previous) {
			this.registry.setCurrentObservationScope(previous);
		}
	}

	private Observation start(CrispCallContext callContext, ContextView context) {
		Observation observation;
		try {
			observation = CrispCallObservation.CRISP_CALL.observation(this.convention, DEFAULT_CONVENTION,
					() -> callContext, this.registry);
		}
		catch (Throwable ex) {
			failed(ex);
			return Observation.NOOP;
		}
		Observation parent = context.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
		if (parent != null) {
			observation.parentObservation(parent);
		}
		call(observation::start);
		return observation;
	}

	/**
	 * Report an event of a call.
	 */
	static void event(Observation observation, CrispCallObservation.Events event) {
		call(() -> observation.event(event));
	}

	/**
	 * Call the application's observation handlers, whose failure must not fail the call:
	 * what was sent would be sent again.
	 */
	private static void call(Runnable handlers) {
		try {
			handlers.run();
		}
		catch (Throwable ex) {
			failed(ex);
		}
	}

	private static void failed(Throwable failure) {
		logger.warn("An observation handler failed; the REST call is made regardless", failure);
	}

}
