package io.github.crispspring.rtm;

import java.time.Duration;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Requests to subscribe to the events of websites that installed the plugin since the
 * connection was established. Requests that cannot be sent yet are combined into one.
 */
final class RtmBindRequests {

	/**
	 * Minimum interval between two {@code socket:bind} events that Crisp accepts.
	 */
	private static final Duration INTERVAL = Duration.ofMillis(2500);

	private final Sinks.Many<Boolean> requests = Sinks.many().multicast().directBestEffort();

	private volatile boolean pending;

	private long lastSent = System.nanoTime() - INTERVAL.toNanos();

	/**
	 * Add a request.
	 */
	void add() {
		this.pending = true;
		this.requests.emitNext(Boolean.TRUE, Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1)));
	}

	/**
	 * Send the requests, including one that was added before.
	 * @param bind sends {@code socket:bind}
	 * @return never completes
	 */
	Mono<Void> send(Mono<Void> bind) {
		return Flux.merge(this.requests.asFlux(), Mono.just(Boolean.TRUE))
			.onBackpressureLatest()
			.concatMap((request) -> Mono.defer(() -> sendPending(bind)), 0)
			.then();
	}

	private synchronized Mono<Void> sendPending(Mono<Void> bind) {
		if (!this.pending) {
			return Mono.empty();
		}
		Duration delay = INTERVAL.minusNanos(System.nanoTime() - this.lastSent);
		if (!delay.isNegative() && !delay.isZero()) {
			return Mono.delay(delay).then(Mono.defer(() -> sendPending(bind)));
		}
		this.pending = false;
		this.lastSent = System.nanoTime();
		return bind.onErrorComplete();
	}

}
