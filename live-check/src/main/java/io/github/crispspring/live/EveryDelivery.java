package io.github.crispspring.live;

import io.github.crispspring.dispatch.CrispEventDeduplicator;
import reactor.core.publisher.Mono;

/**
 * {@link CrispEventDeduplicator} that accepts every delivery, so that an event that comes
 * by webhook and over the realtime connection is received twice.
 */
final class EveryDelivery implements CrispEventDeduplicator {

	private static final Claim CLAIM = new Claim() {

		@Override
		public Mono<Void> complete() {
			return Mono.empty();
		}

		@Override
		public Mono<Void> release() {
			return Mono.empty();
		}

	};

	@Override
	public Mono<Claim> claim(String key) {
		return Mono.just(CLAIM);
	}

}
