package io.github.crispspring.replicas;

import java.util.List;

import reactor.core.publisher.Mono;

/**
 * Store of claims and handled events that the instances share. It measures all times with
 * its own clock. Its methods do not block, and fail if the store fails.
 */
interface ClaimStore {

	/**
	 * Claim an event, unless it was handled or is claimed by another delivery. Claiming
	 * repeatedly with the same token succeeds.
	 */
	Mono<Outcome> claim(ClaimKey key);

	/**
	 * Renew claims.
	 * @return whether each of them still existed, in the same order
	 */
	Mono<List<Boolean>> renew(List<ClaimKey> keys);

	/**
	 * Remember that an event was handled, unless another delivery has claimed it since.
	 * @return whether the claim still existed
	 */
	Mono<Boolean> complete(ClaimKey key);

	/**
	 * Release a claim, so that the event can be claimed again.
	 */
	Mono<Void> release(ClaimKey key);

	/**
	 * Remove what has expired, if the store does not do so itself.
	 */
	Mono<Void> removeExpired();

	/**
	 * Check whether the store responds.
	 */
	Mono<Void> probe();

	/**
	 * Release the threads of the store.
	 */
	void close();

	/**
	 * Result of claiming an event.
	 */
	enum Outcome {

		/**
		 * The event is now claimed.
		 */
		CLAIMED,

		/**
		 * The event is claimed by another delivery.
		 */
		HELD,

		/**
		 * The event was handled.
		 */
		HANDLED

	}

}
