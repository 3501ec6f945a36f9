package io.github.crispspring.replicas;

import java.util.List;

import reactor.core.publisher.Mono;

/**
 * Store in which every call succeeds, for tests that replace some of them.
 */
class StubClaimStore implements ClaimStore {

	@Override
	public Mono<Outcome> claim(ClaimKey key) {
		return Mono.just(Outcome.CLAIMED);
	}

	@Override
	public Mono<List<Boolean>> renew(List<ClaimKey> keys) {
		return Mono.just(keys.stream().map((key) -> true).toList());
	}

	@Override
	public Mono<Boolean> complete(ClaimKey key) {
		return Mono.just(true);
	}

	@Override
	public Mono<Void> release(ClaimKey key) {
		return Mono.empty();
	}

	@Override
	public Mono<Void> removeExpired() {
		return Mono.empty();
	}

	@Override
	public Mono<Void> probe() {
		return Mono.empty();
	}

	@Override
	public void close() {
	}

}
