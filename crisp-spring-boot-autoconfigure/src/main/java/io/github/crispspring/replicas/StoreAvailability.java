package io.github.crispspring.replicas;

import java.time.Duration;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

import org.springframework.core.log.LogMessage;

/**
 * Whether the store responds. A call that fails, or does not return within the time
 * limit, makes it unavailable until it responds again.
 */
final class StoreAvailability {

	private static final Log logger = LogFactory.getLog(SharedCrispEventDeduplicator.class);

	private static final Duration PROBE_INTERVAL = Duration.ofMillis(500);

	private final Duration limit;

	private final Mono<Void> probe;

	private final Disposable.Swap probes = Disposables.swap();

	private volatile boolean available = true;

	private long unavailableSince;

	/**
	 * Create an instance. The store counts as available until a call fails.
	 * @param limit the time limit of a call
	 * @param probe checks whether the store responds
	 */
	StoreAvailability(Duration limit, Mono<Void> probe) {
		this.limit = limit;
		this.probe = limited(probe);
	}

	/**
	 * Return whether the store is available.
	 */
	boolean isAvailable() {
		return this.available;
	}

	/**
	 * Limit a call of the store in time. While the store is unavailable, the call fails
	 * immediately.
	 */
	<T> Mono<T> call(Mono<T> call) {
		Mono<T> limited = limited(call).doOnError(this::failed);
		return Mono.defer(() -> this.available ? limited : Mono.error(StoreAvailability::unavailable));
	}

	/**
	 * Create the failure of a call while the store is unavailable.
	 */
	static IllegalStateException unavailable() {
		return new IllegalStateException("The duplicate store is unavailable");
	}

	private <T> Mono<T> limited(Mono<T> call) {
		return call.timeout(this.limit, Mono.error(() -> new IllegalStateException(
				"The duplicate store did not respond within " + this.limit.toMillis() + " ms")));
	}

	private synchronized void failed(Throwable failure) {
		if (!this.available || this.probes.isDisposed()) {
			return;
		}
		this.available = false;
		this.unavailableSince = System.nanoTime();
		try {
			this.probes.update(Mono.delay(PROBE_INTERVAL)
				.then(this.probe)
				.doOnError((ex) -> logger.debug("Duplicate store still unavailable", ex))
				.retry()
				.subscribe(null, null, this::recovered));
		}
		catch (Throwable ex) {
			// Without probes, it would remain unavailable
			this.available = true;
			throw ex;
		}
		logger.warn("Duplicate store unavailable; rejecting events until it recovers", failure);
	}

	private synchronized void recovered() {
		Duration outage = Duration.ofNanos(System.nanoTime() - this.unavailableSince);
		this.available = true;
		logger.info(
				LogMessage.format("Duplicate store available again after %d ms; accepting events", outage.toMillis()));
	}

	/**
	 * End the probes.
	 */
	void close() {
		this.probes.dispose();
	}

}
