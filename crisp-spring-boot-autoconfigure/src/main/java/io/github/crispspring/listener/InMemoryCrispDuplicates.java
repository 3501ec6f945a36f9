package io.github.crispspring.listener;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import reactor.core.Scannable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Remembers in memory what was handled, up to a number and for a time.
 */
public final class InMemoryCrispDuplicates implements CrispDuplicates {

	private final int capacity;

	private final Duration retention;

	private final Clock clock;

	private final Map<String, Claim> claims = new LinkedHashMap<>();

	/**
	 * Create an instance.
	 * @param capacity how many keys are remembered, the newest
	 * @param retention how long they are remembered
	 * @param clock tells the time
	 */
	public InMemoryCrispDuplicates(int capacity, Duration retention, Clock clock) {
		this.capacity = capacity;
		this.retention = retention;
		this.clock = clock;
	}

	@Override
	public Mono<Void> once(String key, Supplier<Mono<Void>> handling) {
		Instant now = this.clock.instant();
		Claim claim = new Claim(now, Sinks.empty());
		synchronized (this.claims) {
			forgetOld(now.minus(this.retention));
			Claim earlier = this.claims.putIfAbsent(key, claim);
			if (earlier != null) {
				return earlier.handled().asMono();
			}
		}
		try {
			handling.get().subscribe(null, (ex) -> release(key, claim, ex), () -> claim.handled().tryEmitEmpty());
		}
		catch (RuntimeException ex) {
			release(key, claim, ex);
			throw ex;
		}
		return claim.handled().asMono();
	}

	private void release(String key, Claim claim, Throwable failure) {
		synchronized (this.claims) {
			this.claims.remove(key, claim);
		}
		claim.handled().tryEmitError(failure);
	}

	private void forgetOld(Instant limit) {
		Iterator<Claim> oldest = this.claims.values().iterator();
		while (oldest.hasNext()) {
			Claim claim = oldest.next();
			if (this.claims.size() < this.capacity && !claim.since().isBefore(limit)) {
				return;
			}
			// What is being handled is not many, and must not be handled twice
			if (claim.isHandled()) {
				oldest.remove();
			}
		}
	}

	private record Claim(Instant since, Sinks.Empty<Void> handled) {

		private boolean isHandled() {
			return Boolean.TRUE.equals(this.handled.scan(Scannable.Attr.TERMINATED));
		}

	}

}
