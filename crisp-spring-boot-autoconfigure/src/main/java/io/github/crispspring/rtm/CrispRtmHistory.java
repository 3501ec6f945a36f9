package io.github.crispspring.rtm;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * History of the realtime connection since the application started.
 *
 * @param disconnectedSince the beginning of the current outage, {@code null} if the
 * connection is established, stopped or held by another instance
 * @param lastError the reason of the last failure, {@code null} if there was none
 * @param reconnects the number of times the connection was re-established
 * @param connected the total time for which the connection was established
 */
public record CrispRtmHistory(@Nullable Instant disconnectedSince, @Nullable String lastError, long reconnects,
		Duration connected) {

}
