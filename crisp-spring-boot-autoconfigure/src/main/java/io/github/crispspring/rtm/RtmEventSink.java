package io.github.crispspring.rtm;

import io.github.crispspring.event.EventJson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Destination of the events that a session receives.
 */
@FunctionalInterface
interface RtmEventSink {

	/**
	 * Accept an event.
	 * @param name the name of the event
	 * @param data the data of the event
	 * @param size the size of the event as received, in bytes
	 * @return whether the event is accepted, or when it will be
	 */
	Acceptance accept(String name, EventJson data, long size);

	/**
	 * Result of {@link RtmEventSink#accept}.
	 *
	 * @param pending completes when the event is accepted, {@code null} if it already is
	 */
	record Acceptance(@Nullable Mono<Void> pending) {

		/**
		 * The event is accepted, and the next one can be read.
		 */
		static final Acceptance IMMEDIATE = new Acceptance(null);

		/**
		 * Return when the event is accepted.
		 */
		Mono<Void> completion() {
			return (this.pending != null) ? this.pending : Mono.empty();
		}

	}

}
