package io.github.crispspring.rtm;

import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Strategy that decides which of several instances of an application holds the realtime
 * connection. Without a bean of this type, every instance connects.
 */
@FunctionalInterface
public interface CrispRtmLeadership {

	/**
	 * Participate in the leader election until the application stops.
	 * @param connection holds the connection. It must be called for each term in which
	 * this instance leads. The result completes when the connection is closed, which
	 * begins as soon as leadership is lost. No other instance should lead before. If it
	 * completes although leadership is not lost, this instance gives up leadership
	 * @return completes when leadership was given up; if it is cancelled, this instance
	 * no longer participates
	 */
	Mono<Void> lead(Function<Term, Mono<Void>> connection);

	/**
	 * Return the strategy for the connection of a named account. Each account has a
	 * connection of its own, which another instance may hold.
	 * @param account the name of the account
	 * @return the strategy, by default this one
	 */
	default CrispRtmLeadership forAccount(String account) {
		return this;
	}

	/**
	 * Term in which this instance leads.
	 *
	 * @param ledUntil the time until which another instance certainly led, by the clock
	 * of this instance, {@code null} if unknown. Events since then may have been missed
	 * @param lost completes when leadership is lost
	 * @param valid whether this instance still leads. Checked for each frame that is
	 * received, as the loss may be signalled late after the process stood still
	 */
	record Term(@Nullable Instant ledUntil, Mono<Void> lost, BooleanSupplier valid) {

		/**
		 * Create a term that is valid until the loss of leadership is signalled.
		 * @param ledUntil the time until which another instance certainly led, by the
		 * clock of this instance, {@code null} if unknown
		 * @param lost completes when leadership is lost
		 */
		public Term(@Nullable Instant ledUntil, Mono<Void> lost) {
			this(ledUntil, lost, () -> true);
		}

	}

}
