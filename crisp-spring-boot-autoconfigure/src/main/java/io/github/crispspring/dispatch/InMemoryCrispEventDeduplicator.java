package io.github.crispspring.dispatch;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * {@link CrispEventDeduplicator} that remembers events in memory, limited by number and
 * time. An event requires about 45 bytes.
 */
public final class InMemoryCrispEventDeduplicator implements CrispEventDeduplicator {

	private final long retention;

	private final Clock clock;

	private final KeyDigest digest = new KeyDigest();

	/**
	 * Events that are being handled. The monitor guards all state.
	 */
	private final Map<RememberedEvent, InMemoryClaim> claims = new HashMap<>();

	private final HandledEvents handled;

	/**
	 * Create a deduplicator.
	 * @param capacity the maximum number of events to remember, at least 1
	 * @param retention how long to remember them
	 * @param clock the clock to determine the age of events with
	 */
	public InMemoryCrispEventDeduplicator(int capacity, Duration retention, Clock clock) {
		Assert.isTrue(capacity > 0, "'capacity' must be positive");
		this.handled = new HandledEvents(capacity);
		this.retention = retention.toMillis();
		this.clock = clock;
	}

	@Override
	public Mono<Claim> claim(String key) {
		long now = this.clock.millis();
		byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
		InMemoryClaim claim;
		InMemoryClaim earlier;
		synchronized (this.claims) {
			this.handled.removeBefore(now - this.retention);
			RememberedEvent event = this.digest.event(bytes, now);
			if (this.handled.contains(event)) {
				return Mono.empty();
			}
			claim = new InMemoryClaim(event);
			earlier = this.claims.putIfAbsent(event, claim);
		}
		return (earlier != null) ? Mono.fromFuture(earlier.ended(), true).then(Mono.defer(() -> claim(key)))
				: Mono.just(claim);
	}

	/**
	 * Forget all events that were handled, for example between two tests.
	 */
	public void clear() {
		synchronized (this.claims) {
			this.handled.clear();
		}
	}

	private final class InMemoryClaim implements Claim {

		private final RememberedEvent event;

		private @Nullable CompletableFuture<Void> ended;

		InMemoryClaim(RememberedEvent event) {
			this.event = event;
		}

		/**
		 * Return the end of the claim. The future is created only if another delivery
		 * waits for it.
		 */
		private CompletableFuture<Void> ended() {
			synchronized (InMemoryCrispEventDeduplicator.this.claims) {
				if (InMemoryCrispEventDeduplicator.this.claims.get(this.event) != this) {
					return CompletableFuture.completedFuture(null);
				}
				if (this.ended == null) {
					this.ended = new CompletableFuture<>();
				}
				return this.ended;
			}
		}

		@Override
		public Mono<Void> complete() {
			return end(true);
		}

		@Override
		public Mono<Void> release() {
			return end(false);
		}

		private Mono<Void> end(boolean handled) {
			CompletableFuture<Void> ended = null;
			try {
				synchronized (InMemoryCrispEventDeduplicator.this.claims) {
					InMemoryCrispEventDeduplicator.this.claims.remove(this.event, this);
					ended = this.ended;
					if (handled) {
						InMemoryCrispEventDeduplicator.this.handled.add(this.event);
					}
				}
			}
			finally {
				if (ended != null) {
					ended.complete(null);
				}
			}
			return Mono.empty();
		}

	}

}
