package io.github.crispspring.listener;

import java.util.function.Supplier;

import reactor.core.publisher.Mono;

/**
 * Sees to it that what is delivered several times is handled once. A bean of this type
 * takes the place of the one that remembers in memory, for instance to share what is
 * remembered among instances.
 */
@FunctionalInterface
public interface CrispDuplicates {

	/**
	 * Handle something unless it was handled before. It is called where listeners are,
	 * and may block.
	 * @param key tells what is handled from all else; it has no text of a message
	 * @param handling handles it; if it fails, the key is released, so that the next
	 * delivery is handled again. It is to be called where listeners may block.
	 * @return completes when it is handled, also where an earlier call did or is about to
	 */
	Mono<Void> once(String key, Supplier<Mono<Void>> handling);

	/**
	 * Return whether it can be told now what was handled before. While it cannot, no more
	 * events are accepted: web hooks are answered 503, and the realtime connection is not
	 * read.
	 * @return whether it can
	 */
	default boolean isReady() {
		return true;
	}

}
