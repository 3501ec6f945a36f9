package io.github.crispspring.rtm;

import java.time.Duration;
import java.util.function.Supplier;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Has something done when it is asked for, one time after the other. What is asked for
 * several times while it is being done is done once more.
 */
final class RtmRequests {

	private final Sinks.Many<Boolean> asked = Sinks.many().multicast().directBestEffort();

	/**
	 * Ask for it to be done.
	 */
	void ask() {
		this.asked.emitNext(Boolean.TRUE, Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1)));
	}

	/**
	 * Do what is asked for.
	 * @param work does it once
	 * @return never completes; fails if the work does
	 */
	Mono<Void> serve(Supplier<Mono<Void>> work) {
		return this.asked.asFlux().onBackpressureLatest().concatMap((asked) -> work.get(), 0).then();
	}

}
