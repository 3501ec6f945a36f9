package io.github.crispspring.rtm;

import java.time.Instant;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Chooses, where an application runs several times, the instance that holds the realtime
 * connection. A bean of this type is asked by {@link CrispRtm}; without one, each
 * instance connects.
 */
@FunctionalInterface
public interface CrispRtmLeadership {

	/**
	 * Take part in the choice until the application stops.
	 * @param connection holds the connection during a term: it is called for each term in
	 * which this instance leads, and completes when there is no connection any more,
	 * which it sees to as soon as leadership is lost. Nobody else may lead before it has
	 * completed, as far as that can be prevented. Where it completes although leadership
	 * is not lost, this instance does not want to lead any longer.
	 * @return completes when leadership was given up so; cancelled, this instance takes
	 * part no longer
	 */
	Mono<Void> lead(Function<Term, Mono<Void>> connection);

	/**
	 * A time in which an instance leads.
	 *
	 * @param ledUntil until when another instance was certainly there to lead, by the
	 * clock of this one, {@code null} if none is known to have been: events that happened
	 * since then may be missing
	 * @param lost completes when leadership is lost
	 */
	record Term(@Nullable Instant ledUntil, Mono<Void> lost) {

	}

}
