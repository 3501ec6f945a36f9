package io.github.crispspring.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * {@link CrispEventDeduplicator} that remembers events in memory, limited by number and
 * time.
 */
public final class InMemoryCrispEventDeduplicator implements CrispEventDeduplicator {

	private final int capacity;

	private final long retention;

	private final Clock clock;

	private final Map<String, InMemoryClaim> claims = new LinkedHashMap<>();

	/**
	 * Create a deduplicator.
	 * @param capacity the maximum number of events to remember
	 * @param retention how long to remember them
	 * @param clock the clock to determine the age of events with
	 */
	public InMemoryCrispEventDeduplicator(int capacity, Duration retention, Clock clock) {
		this.capacity = capacity;
		this.retention = retention.toMillis();
		this.clock = clock;
	}

	@Override
	public Mono<Claim> claim(String key) {
		long now = this.clock.millis();
		InMemoryClaim claim = new InMemoryClaim(key, now);
		InMemoryClaim earlier;
		synchronized (this.claims) {
			removeExpired(now - this.retention);
			earlier = this.claims.putIfAbsent(key, claim);
		}
		if (earlier == null) {
			return Mono.just(claim);
		}
		if (earlier.handled) {
			return Mono.empty();
		}
		return Mono.fromFuture(earlier.ended(), true).then(Mono.defer(() -> claim(key)));
	}

	/**
	 * Forget all events that were handled, for example between two tests.
	 */
	public void clear() {
		synchronized (this.claims) {
			this.claims.values().removeIf((claim) -> claim.handled);
		}
	}

	private void removeExpired(long limit) {
		Iterator<InMemoryClaim> oldest = this.claims.values().iterator();
		while (oldest.hasNext()) {
			InMemoryClaim claim = oldest.next();
			if (this.claims.size() < this.capacity && claim.since >= limit) {
				return;
			}
			// Claims of events that are being handled must not be removed
			if (claim.handled) {
				oldest.remove();
			}
		}
	}

	private final class InMemoryClaim implements Claim {

		private final String key;

		private final long since;

		private volatile boolean handled;

		private @Nullable CompletableFuture<Void> ended;

		InMemoryClaim(String key, long since) {
			this.key = key;
			this.since = since;
		}

		/**
		 * Return the end of the claim. The future is created only if another delivery
		 * waits for it.
		 */
		private CompletableFuture<Void> ended() {
			synchronized (InMemoryCrispEventDeduplicator.this.claims) {
				if (this.handled || InMemoryCrispEventDeduplicator.this.claims.get(this.key) != this) {
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
			CompletableFuture<Void> ended;
			synchronized (InMemoryCrispEventDeduplicator.this.claims) {
				this.handled = handled;
				if (!handled) {
					InMemoryCrispEventDeduplicator.this.claims.remove(this.key, this);
				}
				ended = this.ended;
			}
			if (ended != null) {
				ended.complete(null);
			}
			return Mono.empty();
		}

	}

}
