package io.github.crispspring.rtm;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * History of the realtime connection since the application started.
 *
 * @param disconnectedSince since when there is no connection although there should be
 * one, {@code null} if there is one or none is wanted
 * @param lastError why the last attempt failed or the last connection ended, {@code null}
 * if none did
 * @param reconnects how often the connection was re-established
 * @param connected how long there was a connection in total
 */
public record CrispRtmHistory(@Nullable Instant disconnectedSince, @Nullable String lastError, long reconnects,
		Duration connected) {

}
