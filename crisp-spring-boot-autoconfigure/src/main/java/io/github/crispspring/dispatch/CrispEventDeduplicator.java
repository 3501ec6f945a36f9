package io.github.crispspring.dispatch;

import reactor.core.publisher.Mono;

/**
 * Strategy that ensures an event delivered more than once is handled only once. A bean of
 * this type replaces the default, which remembers events in memory; it may share them
 * among the instances of an application.
 */
@FunctionalInterface
public interface CrispEventDeduplicator {

	/**
	 * Claim an event for the delivery that is about to be handled. If another delivery of
	 * the event is being handled, the result waits until it has completed.
	 * <p>
	 * Called on a listener thread; it may block.
	 * @param key the key of the event, which contains no text of a message
	 * @return the claim; empty if the event was handled before; an error if that cannot
	 * be determined
	 */
	Mono<Claim> claim(String key);

	/**
	 * Return whether duplicates can be detected at present. While they cannot, no event
	 * is accepted: webhooks are rejected with status 503 and events of the realtime
	 * connection wait.
	 * @return whether events can be claimed
	 */
	default boolean isReady() {
		return true;
	}

	/**
	 * Claim of one delivery on its event. Exactly one of the methods is called, once,
	 * when the event has been handled or has failed. They are called on a listener
	 * thread.
	 */
	interface Claim {

		/**
		 * Remember that the event was handled.
		 * @return completes when it is remembered
		 */
		Mono<Void> complete();

		/**
		 * Give up the claim, so that the next delivery of the event is handled.
		 * @return completes when the claim is released
		 */
		Mono<Void> release();

	}

}
